package kiro.steering.rule;

import java.util.List;
import java.util.Optional;
import kiro.text.PathGlob;

/// A part of a project as a sentence names it: a path, a package, or what people call the files, such as controllers.
///
/// A file belongs to it when one of these holds; a path or a package that is given as code is exact, and then the other
/// lists are empty.
///
/// @param name as the sentence has it
/// @param paths such as `src/domain/**`
/// @param packages with all below them, such as `com.acme.web`
/// @param words in the singular and small, such as `controller`: the name of a folder that a file is in, in either number,
///     or the last word of a file's or a type's name, as in `UserController`, `user.controller.ts`, `user_controller.py`
/// @param annotations simple names that a type of the file carries, such as `RestController`
public record Part(
        String name,
        List<PathGlob> paths,
        List<String> packages,
        List<String> words,
        List<String> annotations) {
    public Part {
        paths = List.copyOf(paths);
        packages = List.copyOf(packages);
        words = List.copyOf(words);
        annotations = List.copyOf(annotations);
    }

    public static Part ofPath(String glob) {
        return new Part(
                glob, PathGlob.parse(glob).stream().toList(), List.of(), List.of(), List.of());
    }

    public static Part ofPackage(String name) {
        return new Part(name, List.of(), List.of(name), List.of(), List.of());
    }

    /// @param word in the singular, such as `controller`
    public static Part ofWord(String word, String... annotations) {
        return new Part(word, List.of(), List.of(), List.of(word), List.of(annotations));
    }

    /// The one path that it is, where it is one.
    public Optional<PathGlob> path() {
        return paths.size() == 1 && packages.isEmpty() && words.isEmpty()
                ? Optional.of(paths.getFirst())
                : Optional.empty();
    }
}
