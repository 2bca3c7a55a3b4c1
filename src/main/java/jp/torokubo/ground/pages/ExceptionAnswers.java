// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.torokubo.ground.refusal.Refusal;
import jp.torokubo.ground.refusal.Refused;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever a handler throws into an answer in words. What nobody foresaw gets a reference number and stands in the log. */
@ControllerAdvice
class ExceptionAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionAnswers.class);

    private final RefusalAnswers answers;

    ExceptionAnswers(RefusalAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    ModelAndView answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
            throw thrown; // security answers these, by asking to sign in
        }
        if (thrown instanceof HttpRequestMethodNotSupportedException method && method.getSupportedMethods() != null) {
            response.setHeader("Allow", String.join(", ", method.getSupportedMethods()));
        }
        return answers.answer(request, refusalFor(thrown, request));
    }

    private static Refusal refusalFor(Exception thrown, HttpServletRequest request) {
        if (thrown instanceof Refused refused) {
            return refused.why();
        }
        if (thrown instanceof NoResourceFoundException) {
            return new PagesRefusal.NotFound();
        }
        if (thrown instanceof HttpRequestMethodNotSupportedException method) {
            var supported = method.getSupportedMethods();
            return new PagesRefusal.MethodNotAllowed(
                    method.getMethod(), supported == null ? "" : String.join(", ", supported));
        }
        if (thrown instanceof HttpMediaTypeNotAcceptableException type) {
            return new PagesRefusal.NotAcceptable(
                    type.getSupportedMediaTypes().stream().map(MediaType::toString).collect(Collectors.joining(", ")));
        }
        if (thrown instanceof HttpMediaTypeNotSupportedException type) {
            return new PagesRefusal.UnsupportedType(String.valueOf(type.getContentType()));
        }
        if (thrown instanceof MaxUploadSizeExceededException size) {
            return tooLarge(size);
        }
        if (thrown instanceof MethodArgumentTypeMismatchException mismatch) {
            return new PagesRefusal.MalformedParameter(mismatch.getName(), String.valueOf(mismatch.getValue()));
        }
        if (thrown instanceof MissingServletRequestParameterException missing) {
            return new PagesRefusal.MissingParameter(missing.getParameterName());
        }
        if (thrown instanceof MissingServletRequestPartException missing) {
            return new PagesRefusal.MissingParameter(missing.getRequestPartName());
        }
        if (thrown instanceof ServletRequestBindingException
                || thrown instanceof HttpMessageNotReadableException
                || thrown instanceof InvalidParameterException
                || thrown instanceof MultipartException) {
            return new PagesRefusal.Unreadable();
        }
        return failed(thrown, request);
    }

    /** How much there may be is known to the server's reader of uploads only. */
    private static Refusal tooLarge(MaxUploadSizeExceededException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SizeException size && size.getPermittedSize() >= 1_048_576) {
                return new PagesRefusal.TooLarge(size.getPermittedSize() / 1_048_576);
            }
        }
        return new PagesRefusal.MoreThanTaken();
    }

    /** Writes the cause into the log under a new reference number, which is all that the reader is told. */
    static PagesRefusal.Failed failed(Throwable thrown, HttpServletRequest request) {
        var digits = UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
        var reference = digits.substring(0, 4) + "-" + digits.substring(4, 8);
        LOG.error("{} {} {}", reference, request.getMethod(), request.getRequestURI(), thrown);
        return new PagesRefusal.Failed(reference);
    }
}
