// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.procedure.statement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jp.torokubo.ground.paper.Download;
import org.springframework.http.ContentDisposition;

/** A workbook as an answer. */
final class WorkbookFile {

    private WorkbookFile() {}

    static void send(String name, byte[] content, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(Download.XLSX.contentType());
        response.setHeader("Content-Disposition", ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
