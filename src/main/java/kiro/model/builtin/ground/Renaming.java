package kiro.model.builtin.ground;

import java.util.Locale;

/// Turns the names of what belongs to one resource into those for another: `TalkRepository` into `ReviewRepository`,
/// `talks` into `reviews`.
///
/// @param from what the one is called, in CamelCase, without what says how it is stored
public record Renaming(String from, String fromPlural, String to, String toPlural) {
    /// Whether a name has the one's in it.
    public boolean fits(String name) {
        return !of(name).equals(name);
    }

    /// A name of Java, or of a table.
    public String of(String name) {
        String renamed = name;
        renamed = replaced(renamed, fromPlural, toPlural);
        renamed = renamed.equals(name) ? replaced(renamed, from, to) : renamed;
        return renamed;
    }

    private static String replaced(String text, String one, String other) {
        return text.equals(text.toLowerCase(Locale.ROOT))
                ? word(text, snake(one), snake(other))
                : word(word(text, one, other), lower(one), lower(other));
    }

    /// The name of a package, which parts no words.
    public String ofPackage(String name) {
        return of(name).replace("_", "");
    }

    /// A whole word of a name: `talk` of `talk_id`, not of `talker`.
    private static String word(String text, String one, String other) {
        String start = Character.isUpperCase(one.charAt(0)) ? "" : "(?<![A-Za-z])";
        return text.replaceAll(start + one + "(?![a-z])", other);
    }

    static String lower(String word) {
        return Character.toLowerCase(word.charAt(0)) + word.substring(1);
    }

    /// `damageReport` as a database would have it: `damage_report`.
    public static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
