package kiro.edit;

import java.util.Optional;
import kiro.text.TextDocument;

/// The content of a file as a text that can be edited, or why it cannot be.
sealed interface Opened {
    int MAX_BYTES = 8 * 1024 * 1024;

    record Text(TextDocument document) implements Opened {}

    record Unfit(String why) implements Opened {}

    /// Why a text cannot be written in the encoding that it is to be in; empty where it can.
    static Optional<String> unwritable(TextDocument document) {
        return document.missing()
                .map(character ->
                        "it is %s text, which has no '%s': use characters that it has, or convert the file to UTF-8 with a command first"
                                .formatted(document.encoding().title(), character));
    }

    static Opened of(FileState.Present file) {
        if (file.bytes().length > MAX_BYTES) {
            return new Unfit("it is larger than %d MiB".formatted(MAX_BYTES >> 20));
        }
        return TextDocument.read(file.bytes())
                .<Opened>map(Text::new)
                .orElseGet(() -> new Unfit("it is not text, but binary: change it with a command"));
    }
}
