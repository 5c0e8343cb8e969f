package net.shed.member;

public record Member(long id, String name, String email, Level level) {
    public enum Level {
        NEW,
        TRUSTED,
        WARDEN
    }
}
