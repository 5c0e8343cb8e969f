package kiro.edit;

import java.util.List;
import java.util.Optional;

/// What may differ between the lines that are looked for and those of the file. Nothing beyond this is
/// ever guessed.
enum Tolerance {
    NOTHING("apart from the last line end") {
        @Override
        Optional<Indentation> match(List<String> wanted, List<String> lines, int start) {
            return allEqual(wanted, lines, start, line -> line);
        }
    },
    TRAILING_SPACE("apart from space at the ends of lines") {
        @Override
        Optional<Indentation> match(List<String> wanted, List<String> lines, int start) {
            return allEqual(wanted, lines, start, String::stripTrailing);
        }
    },
    INDENTATION("with another indentation, which the new lines were given too") {
        @Override
        Optional<Indentation> match(List<String> wanted, List<String> lines, int start) {
            return Indentation.between(wanted, lines, start);
        }
    },
    PUNCTUATION("apart from typographic quotes, dashes and spaces") {
        @Override
        Optional<Indentation> match(List<String> wanted, List<String> lines, int start) {
            return allEqual(wanted, lines, start, Tolerance::plain);
        }
    };

    private final String words;

    Tolerance(String words) {
        this.words = words;
    }

    /// How the lines were found, for a note: `apart from ...`.
    String words() {
        return words;
    }

    /// Whether the wanted lines stand at `start`, and how the new ones are to be indented there.
    abstract Optional<Indentation> match(List<String> wanted, List<String> lines, int start);

    private interface Reading {
        String of(String line);
    }

    private static Optional<Indentation> allEqual(
            List<String> wanted, List<String> lines, int start, Reading reading) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!reading.of(wanted.get(i)).equals(reading.of(lines.get(start + i)))) {
                return Optional.empty();
            }
        }
        return Optional.of(Indentation.none());
    }

    private static String plain(String line) {
        var plain = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032' -> plain.append('\'');
                case '\u201C', '\u201D', '\u201E', '\u201F', '\u2033' -> plain.append('"');
                case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' ->
                        plain.append('-');
                case '\u2026' -> plain.append("...");
                case '\u00A0', '\u2007', '\u202F', '\u3000' -> plain.append(' ');
                default -> {
                    boolean isWideSpace = c >= '\u2002' && c <= '\u200A';
                    plain.append(isWideSpace ? ' ' : c);
                }
            }
        }
        return plain.toString().stripTrailing();
    }
}
