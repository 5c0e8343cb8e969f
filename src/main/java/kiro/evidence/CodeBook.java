package kiro.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kiro.text.Hash;
import kiro.workspace.WorkspacePath;

/// The source files of a project, taken apart when they are asked for.
final class CodeBook {
    private final Function<WorkspacePath, Optional<String>> texts;
    private final Map<String, Optional<SourceFunctions>> read = new HashMap<>();

    /// @param texts gives the text of a file, where it can be read
    CodeBook(Function<WorkspacePath, Optional<String>> texts) {
        this.texts = texts;
    }

    /// The functions of a file; empty where it cannot be read, or is in no language that is known.
    Optional<SourceFunctions> functions(String path) {
        return read.computeIfAbsent(path, this::scan);
    }

    Optional<String> text(String path) {
        return texts.apply(WorkspacePath.of(path));
    }

    private Optional<SourceFunctions> scan(String path) {
        WorkspacePath file = WorkspacePath.of(path);
        return TestFiles.dialect(file)
                .flatMap(dialect ->
                        texts.apply(file).map(text -> FunctionScan.of(path, text, dialect)));
    }

    /// The digest of a file or function, as evidence names it; what is gone has the digest of nothing.
    Hash digest(String part) {
        int hash = part.indexOf('#');
        Optional<SourceFunctions> file = functions(hash < 0 ? part : part.substring(0, hash));
        if (hash < 0) {
            return file.map(found -> found.code().digest(0, found.code().size()))
                    .or(() -> text(part).map(Hash::of))
                    .orElse(Hash.of(""));
        }
        return file.flatMap(found -> found.named(part))
                .map(function -> function.body().digest())
                .orElse(Hash.of(""));
    }

    /// The digest of what stands around the functions of a file.
    Hash rest(String path) {
        return functions(path).map(SourceFunctions::rest).orElse(Hash.of(""));
    }

    /// The digest of what helps the tests of a file: everything in it that is not a test.
    ///
    /// @param lines where the names of its tests stand
    Hash support(String path, Set<Integer> lines) {
        Optional<SourceFunctions> file = functions(path);
        if (file.isEmpty()) {
            return Hash.of("");
        }
        List<String> helpers =
                file.get().functions().stream()
                        .filter(function -> lines.stream().noneMatch(function.lines()::contains))
                        .map(function -> function.key() + " " + function.body().digest())
                        .toList();
        return Hash.of(
                file.get().rest() + "\n" + helpers.stream().collect(Collectors.joining("\n")));
    }
}
