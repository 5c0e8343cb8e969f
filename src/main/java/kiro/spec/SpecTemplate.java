package kiro.spec;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A spec to be filled in.
///
/// @param description what it is for, in a few words; empty where it does not say
/// @param origin where it comes from, for people: `built in`, or its file
/// @param text Markdown, in which `{{title}}` and `{{name}}` stand for those of the spec
public record SpecTemplate(String name, String description, String origin, String text) {
    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*name\\s*\\}\\}");
    private static final Pattern TITLE = Pattern.compile("\\{\\{\\s*title\\s*\\}\\}");

    /// The text of a new spec. What else stands between double braces is for a person to fill in.
    public String filled(SpecName spec, String title) {
        String named = NAME.matcher(text).replaceAll(Matcher.quoteReplacement(spec.value()));
        return TITLE.matcher(named).replaceAll(Matcher.quoteReplacement(title));
    }

    /// A title made of a spec's name: `user-profile` is `User profile`.
    public static String titleOf(SpecName spec) {
        List<String> words = List.of(spec.value().replaceAll("[._-]+", " ").strip().split(" "));
        String title = String.join(" ", words);
        return title.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + title.substring(1);
    }
}
