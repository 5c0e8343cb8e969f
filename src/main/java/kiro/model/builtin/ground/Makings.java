package kiro.model.builtin.ground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.JavaCall;
import kiro.code.JavaFile;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;
import kiro.code.JavaType;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Sources;

/// The places of a project where objects of a type are made, and what one value more would be there.
final class Makings {
    private static final Pattern ROW =
            Pattern.compile("^(?:.*?\\()?\\s*([a-z]\\w*)\\.get(?:[A-Z]\\w*)\\(\\s*\"");

    private final Sources sources;
    private final DomainType type;

    Makings(Sources sources, DomainType type) {
        this.sources = sources;
        this.type = type;
    }

    /// One place.
    ///
    /// @param around the method that it stands in; empty in the first value of a field
    record Making(JavaFile file, JavaType in, Optional<JavaMethod> around, JavaCall call) {
        private String text() {
            return call.range().of(file.text());
        }

        /// Where one argument more would stand.
        int end() {
            String text = text();
            int close = text.lastIndexOf(')');
            return call.range().start() + text.substring(0, close).stripTrailing().length();
        }

        /// What parts the arguments.
        String separator() {
            Matcher found = Pattern.compile(",(\\s*\\n\\s*)").matcher(text());
            String last = "";
            while (found.find()) {
                last = found.group(1);
            }
            return "," + (last.isEmpty() ? " " : last);
        }
    }

    /// All that were found, in main code and in tests.
    List<Making> all() {
        return Stream.concat(of(sources.main()), of(sources.tests())).toList();
    }

    /// Those of the main code that give all values, the last of a file first.
    List<Making> ofMain() {
        return of(sources.main())
                .filter(this::isWhole)
                .sorted(
                        Comparator.comparingInt((Making one) -> one.call().range().start())
                                .reversed())
                .toList();
    }

    boolean isMadeByTests() {
        return of(sources.tests()).anyMatch(this::isWhole)
                || sources.tests().stream()
                        .anyMatch(file -> file.text().contains(type.name() + "::new"));
    }

    private boolean isWhole(Making making) {
        return making.call().arguments().size() == type.properties().size();
    }

    private Stream<Making> of(List<JavaFile> files) {
        return files.stream()
                .flatMap(file -> file.types().stream().flatMap(one -> in(file, one)))
                .filter(one -> one.call().name().equals(type.name()));
    }

    private static Stream<Making> in(JavaFile file, JavaType in) {
        var all = new ArrayList<Making>();
        in.fields()
                .forEach(field ->
                        field.creations()
                                .forEach(call ->
                                        all.add(new Making(file, in, Optional.empty(), call))));
        Stream.concat(in.methods().stream(), in.constructors().stream())
                .forEach(method ->
                        method.creations()
                                .forEach(call ->
                                        all.add(new Making(file, in, Optional.of(method), call))));
        return Stream.concat(
                all.stream(), in.nested().stream().flatMap(nested -> in(file, nested)));
    }

    /// What keeps the places from being changed; empty where nothing does.
    Optional<String> obstacle() {
        String name = type.name();
        long written =
                sources.main().stream()
                        .mapToLong(file ->
                                Pattern.compile("\\bnew\\s+" + name + "\\s*\\(")
                                        .matcher(file.text())
                                        .results()
                                        .count())
                        .sum();
        boolean isTakenApart =
                Stream.concat(sources.main().stream(), sources.tests().stream())
                        .anyMatch(file ->
                                Pattern.compile("\\b(case|instanceof)\\s+" + name + "\\s*\\(")
                                        .matcher(file.text())
                                        .find());
        boolean isReferred =
                sources.main().stream().anyMatch(file -> file.text().contains(name + "::new"));
        if (written != of(sources.main()).count() || isReferred || isTakenApart) {
            return Optional.of(
                    "%s is made or taken apart in ways to which a value cannot be added"
                            .formatted(name));
        }
        boolean canKeep = type.type().type().constructors().isEmpty() || !isMadeByTests();
        return canKeep
                ? Optional.empty()
                : Optional.of("%s has constructors of its own".formatted(name));
    }

    /// The value of a new property where an object is made: that of the object it is a copy of, that of the row it is read
    /// from, else none.
    String argument(Making making, NewProperty property) {
        List<String> arguments = making.call().arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String component = type.properties().get(i).name();
            Matcher copied =
                    Pattern.compile("(\\w+)\\." + component + "\\(\\)").matcher(arguments.get(i));
            if (copied.matches() && isSuch(making, copied.group(1))) {
                return copied.group(1) + "." + property.name() + "()";
            }
        }
        if (isOwn(making)) {
            return property.name();
        }
        return arguments.stream()
                .map(ROW::matcher)
                .filter(Matcher::find)
                .map(row -> RowRead.of(row.group(1), property))
                .findFirst()
                .orElse("null");
    }

    /// Whether a variable holds an object of the type.
    private boolean isSuch(Making making, String variable) {
        String name = type.name();
        boolean isParameter =
                making.around().stream()
                        .flatMap(method -> method.parameters().stream())
                        .map(JavaParameter::name)
                        .anyMatch(variable::equals);
        String text = making.around().map(one -> one.range().of(making.file().text())).orElse("");
        return Pattern.compile("\\b" + name + "\\s+" + variable + "\\b").matcher(text).find()
                || (!isParameter
                        && Pattern.compile("\\(?\\b" + variable + "\\)?\\s*->").matcher(text).find()
                        && making.call()
                                .arguments()
                                .getFirst()
                                .equals(
                                        variable
                                                + "."
                                                + type.properties().getFirst().name()
                                                + "()"));
    }

    /// Whether a method of the record makes another one with its own values.
    private boolean isOwn(Making making) {
        boolean isInside =
                making.in().name().equals(type.name())
                        && making.around().filter(one -> !one.is("static")).isPresent();
        List<String> arguments = making.call().arguments();
        return isInside
                && Stream.iterate(0, i -> i < arguments.size(), i -> i + 1)
                        .anyMatch(i -> arguments.get(i).equals(type.properties().get(i).name()));
    }
}
