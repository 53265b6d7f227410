package dev.paritas.bridge.corpus;

import java.nio.charset.StandardCharsets;

/**
 * A published file that is no family of cases.
 *
 * @param path relative to the corpus folder
 * @param text of the file, to its final newline
 * @param cases how many cases it holds
 */
public record CorpusDocument(String path, String text, long cases) {
    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
