package kiro.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The name of a session: when it began, and four letters to tell apart those that began together.
public record SessionId(String value) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern FORM = Pattern.compile("[0-9]{8}-[0-9]{6}-[a-z0-9]{4}");
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    public SessionId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a session id: '" + value + "'");
        }
    }

    public static SessionId at(Instant start, RandomGenerator random) {
        var name = new StringBuilder(STAMP.format(start)).append('-');
        for (int i = 0; i < 4; i++) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new SessionId(name.toString());
    }

    /// Whether a text has the form of an id.
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /// When it began, as its name says; the epoch where that is no time.
    public Instant start() {
        try {
            return STAMP.parse(value.substring(0, 15), Instant::from);
        } catch (DateTimeException noTime) {
            return Instant.EPOCH;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
