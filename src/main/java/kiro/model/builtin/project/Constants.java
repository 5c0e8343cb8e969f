package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaField;
import kiro.code.JavaFile;
import kiro.code.JavaType;

/// Works out texts that sources write as literals, constants, or sums of both.
public final class Constants {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NAME = Pattern.compile("(?:(\\w+)\\.)?(\\w+)");

    /// A name in capitals, of another type or of the file itself, that stands in no literal.
    private static final Pattern CONSTANT =
            Pattern.compile("(?<![\\w.\"'])(?:[A-Z]\\w*\\.)?[A-Z][A-Z0-9_]+(?![\\w.(\"'])");

    private static final Pattern SUM = Pattern.compile("\"\\s*\\+\\s*\"");

    private final Sources sources;

    public Constants(Sources sources) {
        this.sources = sources;
    }

    /// The text that an expression stands for; empty where that cannot be told.
    public Optional<String> text(String expression, JavaFile in) {
        var text = new StringBuilder();
        for (String part : expression.strip().split("\\+(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            Optional<String> value = part(part.strip(), in);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            text.append(value.get());
        }
        return Optional.of(text.toString());
    }

    /// The texts of an annotation's element: one, or the ones between braces.
    public Optional<List<String>> texts(String expression, JavaFile in) {
        String bare = expression.strip();
        if (!bare.startsWith("{")) {
            return text(bare, in).map(List::of);
        }
        var texts = new ArrayList<String>();
        for (String part : bare.substring(1, bare.length() - 1).split(",")) {
            if (part.isBlank()) {
                continue;
            }
            Optional<String> text = text(part, in);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text.get());
        }
        return Optional.of(texts);
    }

    /// A part of a file in which texts stand in the place of the constants for them, and sums of texts are one.
    public String inlined(String code, JavaFile in) {
        String literal =
                CONSTANT.matcher(code)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(
                                        part(found.group(), in)
                                                .filter(text -> !text.matches("(?s).*[\"\\\\].*"))
                                                .map(text -> "\"" + text + "\"")
                                                .orElse(found.group())));
        return SUM.matcher(literal).replaceAll("");
    }

    private Optional<String> part(String part, JavaFile in) {
        var literal = LITERAL.matcher(part);
        if (literal.matches()) {
            return Optional.of(literal.group(1).translateEscapes());
        }
        var name = NAME.matcher(part);
        if (!name.matches()) {
            return Optional.empty();
        }
        if (name.group(1) == null) {
            return in.types().stream()
                    .map(type -> constant(type, name.group(2), in))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (name.group(1).equals("HttpHeaders")) {
            return Optional.of(header(name.group(2)));
        }
        return sources.resolve(name.group(1), in)
                .flatMap(type -> constant(type.type(), name.group(2), type.file()));
    }

    private Optional<String> constant(JavaType type, String name, JavaFile in) {
        return type.field(name)
                .filter(field -> field.is("final"))
                .flatMap(JavaField::initializer)
                .filter(initializer -> !LITERAL.matcher(initializer).replaceAll("").contains(name))
                .flatMap(initializer -> text(initializer, in));
    }

    /// `X_API_KEY` is `X-Api-Key`.
    private static String header(String constant) {
        var header = new StringBuilder();
        for (String word : constant.split("_")) {
            header.append(header.isEmpty() ? "" : "-")
                    .append(word.charAt(0))
                    .append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return header.toString();
    }
}
