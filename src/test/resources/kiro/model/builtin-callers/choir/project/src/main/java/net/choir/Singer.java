package net.choir;

public record Singer(String login, String name, Voice voice, boolean leads) {
    public enum Voice {
        SOPRANO,
        BASS
    }
}
