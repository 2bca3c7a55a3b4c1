// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.ground.correspondence.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import jp.torokubo.ground.correspondence.WriteNote.GivenFile;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The files of a form as files of their own for as long as they are being handed in; removed again whatever happens. */
final class ReceivedFiles implements AutoCloseable {

    private final List<GivenFile> files = new ArrayList<>();

    /** @param sent as the form has them; a field that was left empty comes as a nameless file of nothing */
    static ReceivedFiles of(@Nullable List<MultipartFile> sent) {
        var received = new ReceivedFiles();
        try {
            for (var file : sent == null ? List.<MultipartFile>of() : sent) {
                var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
                if (!file.isEmpty() || !name.isEmpty()) {
                    received.add(name, file);
                }
            }
            return received;
        } catch (IOException lost) {
            received.close();
            throw new UncheckedIOException(lost);
        }
    }

    List<GivenFile> files() {
        return List.copyOf(files);
    }

    private void add(String name, MultipartFile file) throws IOException {
        var path = Files.createTempFile("torokubo-upload-", ".part");
        files.add(new GivenFile(name, path));
        file.transferTo(path);
    }

    @Override
    public void close() {
        for (var file : files) {
            try {
                Files.deleteIfExists(file.content());
            } catch (IOException cannotRemove) {
                throw new UncheckedIOException(cannotRemove);
            }
        }
    }
}
