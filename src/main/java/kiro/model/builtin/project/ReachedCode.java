package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.code.JavaCall;
import kiro.code.JavaMethod;

/// The code that a method reaches: its own, and that of the project's methods that it calls.
///
/// @param pieces the methods, each with its class, in the order in which they are reached
record ReachedCode(List<Piece> pieces) {
    private static final int DEPTH = 3;
    private static final Pattern REFERENCE = Pattern.compile("\\b(\\w+)::(\\w+)");

    ReachedCode {
        pieces = List.copyOf(pieces);
    }

    /// A method of a class.
    record Piece(ProjectType type, JavaMethod method) {
        String body() {
            return method.body().orElse("");
        }
    }

    static ReachedCode of(Sources sources, ProjectType type, JavaMethod method) {
        var pieces = new LinkedHashSet<Piece>();
        reach(sources, new Piece(type, method), DEPTH, pieces);
        return new ReachedCode(new ArrayList<>(pieces));
    }

    /// What all methods of a class reach.
    static ReachedCode of(Sources sources, ProjectType type) {
        var pieces = new LinkedHashSet<Piece>();
        type.type()
                .methods()
                .forEach(method -> reach(sources, new Piece(type, method), DEPTH, pieces));
        return new ReachedCode(new ArrayList<>(pieces));
    }

    /// All bodies, one after the other.
    String text() {
        return pieces.stream().map(Piece::body).collect(Collectors.joining("\n"));
    }

    Stream<ProjectType> types() {
        return pieces.stream().map(Piece::type).distinct();
    }

    private static void reach(Sources sources, Piece piece, int depth, Set<Piece> pieces) {
        if (!pieces.add(piece)) {
            return;
        }
        if (depth == 0) {
            return;
        }
        for (JavaCall call : piece.method().calls()) {
            called(sources, piece.type(), call.target(), call.name())
                    .forEach(next -> reach(sources, next, depth - 1, pieces));
        }
        REFERENCE
                .matcher(piece.body())
                .results()
                .flatMap(one -> called(sources, piece.type(), one.group(1), one.group(2)))
                .forEach(next -> reach(sources, next, depth - 1, pieces));
    }

    private static Stream<Piece> called(
            Sources sources, ProjectType in, String target, String name) {
        String bare = target.replaceFirst("^this\\.?", "");
        Optional<ProjectType> type =
                bare.isEmpty()
                        ? Optional.of(in)
                        : in.type()
                                .field(bare)
                                .map(field -> field.type())
                                .or(() -> component(in, bare))
                                .or(() ->
                                        Character.isUpperCase(bare.charAt(0))
                                                ? Optional.of(bare)
                                                : Optional.empty())
                                .flatMap(found -> sources.resolve(found, in.file()));
        return type.stream()
                .flatMap(one -> Stream.concat(above(sources, one), implementing(sources, one)))
                .flatMap(one ->
                        one.type().methods().stream()
                                .filter(method -> method.name().equals(name))
                                .filter(method -> method.body().isPresent())
                                .map(method -> new Piece(one, method)));
    }

    private static Optional<String> component(ProjectType in, String name) {
        return in.type().components().stream()
                .filter(one -> one.name().equals(name))
                .map(one -> one.type())
                .findFirst();
    }

    /// The type, and those that it extends.
    static Stream<ProjectType> above(Sources sources, ProjectType type) {
        return Stream.concat(
                Stream.of(type),
                type.type().supertypes().stream()
                        .map(name -> sources.resolve(name, type.file()))
                        .flatMap(Optional::stream)
                        .filter(one -> !one.name().equals(type.name()))
                        .flatMap(one -> above(sources, one)));
    }

    private static Stream<ProjectType> implementing(Sources sources, ProjectType type) {
        return sources.types().stream()
                .filter(one ->
                        one.type().supertypes().stream()
                                .map(name -> TypeName.of(name).raw())
                                .anyMatch(type.name()::equals));
    }
}
