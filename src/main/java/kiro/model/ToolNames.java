package kiro.model;

import java.util.regex.Pattern;

/// Makes a name that a model made up one that its provider takes back.
public final class ToolNames {
    private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    private static final int LONGEST = 64;

    private ToolNames() {}

    public static String allowed(String name, String whenEmpty) {
        if (ALLOWED.matcher(name).matches()) {
            return name;
        }
        String cleaned = name.replaceAll("[^a-zA-Z0-9_-]", "_");
        return cleaned.isEmpty()
                ? whenEmpty
                : cleaned.substring(0, Math.min(cleaned.length(), LONGEST));
    }
}
