package kiro.infer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import kiro.code.Grammar;
import kiro.code.SourceFile;
import kiro.code.SyntaxReading;
import kiro.code.TreeSitter;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Reads the code of a workspace, one file at a time on each processor, and infers what a scope does.
///
/// All sources are read, because a request's prefix, its errors and its tests stand in other files than
/// its handler; of each file only what it tells is kept.
public final class CodeInference {
    private final WorkspaceFiles files;
    private final TreeSitter parser;
    private final int processors;

    public CodeInference(Workspace workspace, TreeSitter parser, int processors) {
        this.files = new WorkspaceFiles(workspace);
        this.parser = parser;
        this.processors = processors;
    }

    private sealed interface FileReading {
        record Read(FileFacts facts) implements FileReading {}

        record Passed(Inference.Skipped skipped) implements FileReading {}
    }

    /// @param sources the files of the workspace, sorted
    public Inference infer(Scope scope, List<WorkspacePath> sources) throws InterruptedException {
        var facts = new ArrayList<FileFacts>();
        var skipped = new ArrayList<Inference.Skipped>();
        for (FileReading reading : readAll(sources)) {
            switch (reading) {
                case FileReading.Read read -> facts.add(read.facts());
                case FileReading.Passed passed -> {
                    if (scope.holds(passed.skipped().file())) {
                        skipped.add(passed.skipped());
                    }
                }
            }
        }
        return new ScopedFacts(scope, facts).inference(reading(scope, facts, skipped));
    }

    private List<FileReading> readAll(List<WorkspacePath> sources) throws InterruptedException {
        var tasks = new ArrayList<Callable<FileReading>>();
        for (WorkspacePath path : sources) {
            Grammar.of(path.value()).ifPresent(grammar -> tasks.add(() -> read(path, grammar)));
        }
        var readings = new ArrayList<FileReading>();
        try (var threads = Executors.newFixedThreadPool(processors)) {
            for (Future<FileReading> each : threads.invokeAll(tasks)) {
                readings.add(each.get());
            }
        } catch (ExecutionException bug) {
            throw new IllegalStateException("reading a file failed", bug.getCause());
        }
        return readings;
    }

    private FileReading read(WorkspacePath path, Grammar grammar) {
        Optional<String> made = SourceSelection.reason(path.value());
        if (made.isPresent()) {
            return passed(path, made.get());
        }
        try {
            if (files.isLinked(path)) {
                return passed(path, "a link");
            }
            Optional<byte[]> source = files.read(path);
            if (source.isEmpty()) {
                return passed(path, "it is gone");
            }
            Optional<String> generated = SourceSelection.reason(source.get());
            return generated.isPresent()
                    ? passed(path, generated.get())
                    : parse(path, grammar, source.get());
        } catch (IOException unreadable) {
            return passed(path, String.valueOf(unreadable.getMessage()));
        }
    }

    private FileReading parse(WorkspacePath path, Grammar grammar, byte[] source) {
        return switch (parser.read(grammar, source)) {
            case SyntaxReading.Whole whole ->
                    new FileReading.Read(
                            new FileReader(new SourceFile(path.value(), whole.tree())).read());
            case SyntaxReading.Broken broken -> passed(path, broken.reason());
        };
    }

    private static FileReading passed(WorkspacePath path, String reason) {
        return new FileReading.Passed(new Inference.Skipped(path.value(), reason));
    }

    private static Inference.Reading reading(
            Scope scope, List<FileFacts> facts, List<Inference.Skipped> skipped) {
        List<FileFacts> inScope = facts.stream().filter(file -> scope.holds(file.path())).toList();
        Map<String, Long> languages =
                inScope.stream()
                        .map(file -> file.language().title())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return new Inference.Reading(
                inScope.size(),
                inScope.stream().mapToInt(FileFacts::lines).sum(),
                languages.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .toList(),
                List.copyOf(skipped),
                inScope.stream()
                        .filter(file -> file.errorLine() > 0)
                        .map(file -> new Place(file.path(), file.errorLine()))
                        .toList());
    }
}
