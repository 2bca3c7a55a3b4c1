// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.desk.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.Locale;
import jp.torokubo.ground.desk.mail.NotDelivered.Hope;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Sends by SMTP, as {@code spring.mail.*} says.
 *
 * <p>What goes into a header is made harmless here, whatever it is and wherever it comes from: a line end in a name or a subject would let
 * its writer add headers, and recipients, of his own.
 */
@Component
class PostBySmtp implements Post {

    private static final String UTF_8 = "UTF-8";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SUBJECT = 200;

    private final ObjectProvider<JavaMailSender> sender;
    private final MailSettings settings;
    private final MessageSource words;

    PostBySmtp(ObjectProvider<JavaMailSender> sender, MailSettings settings, MessageSource words) {
        this.sender = sender;
        this.settings = settings;
        this.words = words;
    }

    @Override
    public void deliver(Letter letter) throws NotDelivered {
        if (!MailAddress.isPlain(letter.address())) {
            throw new NotDelivered(Hope.NONE, "no address that mail can be sent to", new IllegalArgumentException("address"));
        }
        var server = sender.getObject();
        try {
            server.send(written(letter, server.createMimeMessage()));
        } catch (MessagingException | UnsupportedEncodingException unwritten) {
            throw new NotDelivered(Hope.NONE, reply(unwritten), unwritten);
        } catch (MailSendException refused) {
            var cause = refused.getFailedMessages().values().stream().findFirst().orElse(refused);
            throw new NotDelivered(hope(cause), reply(cause), refused);
        } catch (MailException failed) {
            throw new NotDelivered(Hope.NO_SERVER, reply(failed), failed);
        }
    }

    private MimeMessage written(Letter letter, MimeMessage message) throws MessagingException, UnsupportedEncodingException {
        var ourName = words.getMessage("pages.window", null, Locale.forLanguageTag(letter.language()));
        message.setFrom(new InternetAddress(settings.from(), oneLine(ourName, LONGEST_NAME), UTF_8));
        message.setRecipient(
                MimeMessage.RecipientType.TO,
                new InternetAddress(letter.address(), oneLine(letter.name(), LONGEST_NAME), UTF_8));
        message.setSubject(oneLine(letter.subject(), LONGEST_SUBJECT), UTF_8);
        message.setSentDate(Date.from(letter.at()));
        message.setHeader("Message-ID", letter.messageId());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("List-Unsubscribe", "<" + letter.settings() + ">");
        message.setHeader("Content-Language", letter.language());
        message.setText(letter.text(), UTF_8);
        return message;
    }

    /** Without anything that could end a header or hide in it, and not longer than somebody reads. */
    static String oneLine(String text, int longest) {
        // "=?" would begin what a mail program decodes, line ends and all
        var line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").replace("=?", "= ?").strip();
        return line.codePointCount(0, line.length()) <= longest ? line : line.substring(0, line.offsetByCodePoints(0, longest)) + "…";
    }

    /** A mailbox that the server refuses for good is refused tomorrow too; everything else may be over by then. */
    private static Hope hope(Throwable failed) {
        var hope = Hope.NO_SERVER;
        for (Throwable one = failed; one != null; one = next(one)) {
            if (one instanceof SendFailedException refused) {
                var invalid = refused.getInvalidAddresses();
                hope = hope == Hope.NONE || invalid != null && invalid.length > 0 ? Hope.NONE : Hope.LATER;
            }
        }
        return hope;
    }

    private static @Nullable Throwable next(Throwable failed) {
        if (failed instanceof SendFailedException several && several.getNextException() != null) {
            return several.getNextException();
        }
        return failed.getCause();
    }

    private static String reply(Throwable failed) {
        var last = failed;
        for (var next = next(failed); next != null; next = next(next)) {
            last = next;
        }
        return last.getClass().getSimpleName() + ": " + last.getMessage();
    }
}
