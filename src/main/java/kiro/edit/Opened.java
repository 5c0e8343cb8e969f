package kiro.edit;

import kiro.text.TextDocument;

/// The content of a file as a text that can be edited, or why it cannot be.
sealed interface Opened {
    int MAX_BYTES = 8 * 1024 * 1024;

    record Text(TextDocument document) implements Opened {}

    record Unfit(String why) implements Opened {}

    static Opened of(FileState.Present file) {
        if (file.bytes().length > MAX_BYTES) {
            return new Unfit("it is larger than %d MiB".formatted(MAX_BYTES >> 20));
        }
        for (byte one : file.bytes()) {
            if (one == 0) {
                return new Unfit("it is not text, but binary");
            }
        }
        return TextDocument.decode(file.bytes())
                .<Opened>map(Text::new)
                .orElseGet(() -> new Unfit("it is not UTF-8 text"));
    }
}
