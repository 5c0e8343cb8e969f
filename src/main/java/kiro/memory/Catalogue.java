package kiro.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kiro.code.Grammar;

/// What code is recognised by; see the resource for its form.
record Catalogue(List<Mark> marks) {
    private static final String RESOURCE = "/kiro/memory/catalogue.txt";

    Catalogue {
        marks = List.copyOf(marks);
    }

    /// A way to see that something is used.
    ///
    /// @param languages in which it counts; empty for all
    record Mark(
            String topic,
            Set<String> languages,
            String name,
            List<String> modules,
            List<String> calls,
            List<String> texts) {
        Mark {
            languages = Set.copyOf(languages);
            modules = List.copyOf(modules);
            calls = List.copyOf(calls);
            texts = List.copyOf(texts);
        }

        boolean isOf(Grammar language) {
            return languages.isEmpty()
                    || languages.contains(language.name().toLowerCase(Locale.ROOT));
        }

        /// How much of a module's name is known; 0 where it is none of these, nor below one.
        int nearness(String module) {
            return modules.stream()
                    .filter(known -> isWithin(module, known))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }

        private static boolean isWithin(String module, String known) {
            return module.startsWith(known)
                    && (module.length() == known.length()
                            || "./:".indexOf(module.charAt(known.length())) >= 0);
        }
    }

    List<Mark> of(String topic) {
        return marks.stream().filter(mark -> mark.topic().equals(topic)).toList();
    }

    static Catalogue read() {
        try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + RESOURCE);
            }
            var marks = new ArrayList<Mark>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Catalogue::mark)
                    .forEach(marks::add);
            return new Catalogue(marks);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Mark mark(String line) {
        String[] parts = line.split("\\|");
        Set<String> languages =
                parts[1].strip().equals("*") ? Set.of() : Set.of(parts[1].strip().split(" +"));
        List<String> words = List.of(parts[3].strip().split(" +"));
        return new Mark(
                parts[0].strip(),
                languages,
                parts[2].strip(),
                words.stream()
                        .filter(word -> !word.startsWith("call:") && !word.startsWith("text:"))
                        .toList(),
                after(words, "call:"),
                after(words, "text:"));
    }

    private static List<String> after(List<String> words, String prefix) {
        return words.stream()
                .filter(word -> word.startsWith(prefix))
                .map(word -> word.substring(prefix.length()))
                .toList();
    }
}
