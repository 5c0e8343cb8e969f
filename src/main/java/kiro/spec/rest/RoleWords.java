package kiro.spec.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the words that a spec calls roles: "users with the role planner or admin".
final class RoleWords {
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?i)\\broles?\\b[ :=]+[`\"']?([a-z][\\w-]+)[`\"']?(?:(?:,| or| and|,? ?/)+ ?[`\"']?([a-z][\\w-]+)[`\"']?)?");
    private static final Pattern BEFORE =
            Pattern.compile(
                    "(?i)\\b(?:a|an|the|with|have|has) [`\"']?([a-z][\\w-]+)[`\"']? roles?\\b");
    private static final Set<String> NO_ROLES =
            Set.of(
                    "is",
                    "are",
                    "can",
                    "may",
                    "must",
                    "of",
                    "for",
                    "in",
                    "and",
                    "or",
                    "the",
                    "a",
                    "an",
                    "required",
                    "needed",
                    "user",
                    "any",
                    "no",
                    "this",
                    "that",
                    "which",
                    "who",
                    "has");

    private RoleWords() {}

    static Set<String> in(String text) {
        var roles = new HashSet<String>();
        for (Pattern pattern : List.of(NAMED, BEFORE)) {
            Matcher found = pattern.matcher(text);
            while (found.find()) {
                for (int group = 1; group <= found.groupCount(); group++) {
                    if (found.group(group) != null) {
                        roles.add(Words.singular(found.group(group).toLowerCase(Locale.ROOT)));
                    }
                }
            }
        }
        roles.removeAll(NO_ROLES);
        return Set.copyOf(roles);
    }
}
