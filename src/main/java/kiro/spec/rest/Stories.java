package kiro.spec.rest;

import java.util.List;

/// Recognises user stories: they say why something is wanted, and the criteria below them what.
final class Stories {
    private Stories() {}

    static boolean isStory(Sentence sentence) {
        List<String> keys = sentence.tokens().stream().map(Token::key).toList();
        int start = begins(keys, 0, "user", "story", ":") ? 3 : 0;
        boolean isFor = begins(keys, start, "as", "a") || begins(keys, start, "as", "an");
        return isFor
                && keys.contains("i")
                && (keys.contains("want") || keys.contains("like") || keys.contains("can"));
    }

    private static boolean begins(List<String> keys, int start, String... words) {
        return keys.size() >= start + words.length
                && keys.subList(start, start + words.length).equals(List.of(words));
    }
}
