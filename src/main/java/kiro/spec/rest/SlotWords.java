package kiro.spec.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The kinds of words that situations are told in. They are data: the resource file `slots.words`.
final class SlotWords {
    /// The most words of a phrase.
    static final int LONGEST = 5;

    private static final String RESOURCE = "/kiro/spec/rest/slots.words";

    private final Map<String, Set<String>> kinds;

    private SlotWords(Map<String, Set<String>> kinds) {
        this.kinds = kinds;
    }

    static SlotWords ofRest() {
        return Holder.REST;
    }

    /// What the words can be; nothing where they are not known.
    Set<String> kinds(String words) {
        return kinds.getOrDefault(words, Set.of());
    }

    static SlotWords parse(List<String> lines) {
        var kinds = new HashMap<String, Set<String>>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            if (line.startsWith("#") || colon < 0) {
                continue;
            }
            for (String words : line.substring(colon + 2).split(",")) {
                kinds.computeIfAbsent(words.strip(), _ -> new TreeSet<>())
                        .add(line.substring(0, colon));
            }
        }
        return new SlotWords(Map.copyOf(kinds));
    }

    private static final class Holder {
        private static final SlotWords REST = parse(lines());

        private static List<String> lines() {
            try (InputStream in = SlotWords.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("no resource " + RESOURCE);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }
    }
}
