package kiro.infer;

/// Something else that the code tells: what it reads, changes, limits.
///
/// @param text in words, with code in backquotes
public record Fact(Kind kind, String text, Place place) {
    /// What a fact is about.
    public enum Kind {
        DATABASE("Database"),
        QUEUE("Messages"),
        HTTP("HTTP calls"),
        FILE("Files"),
        SETTING("Settings"),
        LIMIT("Limits"),
        ACCESS("Access");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
