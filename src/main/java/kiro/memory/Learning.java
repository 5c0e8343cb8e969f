package kiro.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import kiro.code.Grammar;
import kiro.code.SourceFile;
import kiro.code.SyntaxReading;
import kiro.code.TreeSitter;
import kiro.secret.SecretFiles;
import kiro.steering.SteeringFile;
import kiro.steering.SteeringStore;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Learns what a project says of itself, without a model.
public final class Learning {
    /// In a larger project some of the sources, spread over all of them, are looked at.
    private static final int MOST_SOURCES = 3_000;

    private static final int MOST_BYTES = 400_000;

    private final WorkspaceFiles files;
    private final SteeringStore steering;
    private final TreeSitter parser;
    private final Predicate<String> mayShow;
    private final LocalDate today;

    /// @param mayShow whether a file may be shown to a model, by its path
    public Learning(
            Workspace workspace, TreeSitter parser, Predicate<String> mayShow, LocalDate today) {
        this.files = new WorkspaceFiles(workspace);
        this.steering = new SteeringStore(workspace);
        this.parser = parser;
        this.mayShow = mayShow;
        this.today = today;
    }

    /// @param known the project's files
    public Refreshing learn(List<WorkspacePath> known) throws IOException {
        List<String> paths =
                known.stream()
                        .map(WorkspacePath::value)
                        .filter(mayShow)
                        .filter(path -> !SecretFiles.include(path))
                        .sorted()
                        .toList();
        var notes = new ArrayList<String>();
        var facts = new ArrayList<Fact>(documents(paths));
        facts.addAll(code(paths, notes));
        return new Refreshing(facts, notes);
    }

    private List<Fact> documents(List<String> paths) throws IOException {
        var learner = new DocumentLearner(new Learned(today));
        var facts = new ArrayList<Fact>();
        for (String path : paths) {
            if (DocumentLearner.isRecord(path)) {
                text(path).flatMap(text -> learner.record(path, text)).ifPresent(facts::add);
            } else if (DocumentLearner.isSpec(path)) {
                text(path).map(text -> learner.spec(path, text)).ifPresent(facts::addAll);
            }
        }
        for (SteeringFile file : steering.read().files()) {
            if (mayShow.test(file.path().value())) {
                text(file.path().value())
                        .map(text -> learner.steering(file, text))
                        .ifPresent(facts::addAll);
            }
        }
        return facts;
    }

    private List<Fact> code(List<String> paths, List<String> notes) throws IOException {
        List<String> sources =
                paths.stream()
                        .filter(path -> Grammar.of(path).isPresent())
                        .filter(CodeLook::isOwn)
                        .toList();
        if (sources.size() > MOST_SOURCES) {
            notes.add(
                    "%,d of %,d source files were looked at"
                            .formatted(MOST_SOURCES, sources.size()));
        }
        Catalogue catalogue = Catalogue.read();
        var look = new CodeLook(catalogue);
        var seen = new ArrayList<CodeUse>();
        int broken = 0;
        for (String path : spread(sources)) {
            Optional<String> text = text(path);
            if (text.isEmpty()) {
                continue;
            }
            byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
            switch (parser.read(Grammar.of(path).orElseThrow(), bytes)) {
                case SyntaxReading.Whole(var tree) ->
                        seen.add(look.look(new SourceFile(path, tree), text.get()));
                case SyntaxReading.Broken _ -> broken++;
            }
        }
        if (broken > 0) {
            notes.add("%,d source files could not be read".formatted(broken));
        }
        return new CodeLearner(new Learned(today)).learn(seen, configured(paths, catalogue));
    }

    private List<CodeLearner.Example> configured(List<String> paths, Catalogue catalogue)
            throws IOException {
        var look = new ConfigLook(catalogue);
        var seen = new ArrayList<CodeLearner.Example>();
        for (String path : paths) {
            boolean isConfig =
                    ConfigLook.isConfig(path) && CodeLook.isOwn(path) && !CodeLook.isTest(path);
            if (isConfig) {
                text(path).map(text -> look.look(path, text)).ifPresent(seen::addAll);
            }
        }
        return seen;
    }

    private static List<String> spread(List<String> sources) {
        return sources.size() <= MOST_SOURCES
                ? sources
                : IntStream.range(0, MOST_SOURCES)
                        .mapToObj(
                                i -> sources.get((int) ((long) i * sources.size() / MOST_SOURCES)))
                        .toList();
    }

    /// A text; empty where it is none, or made for machines.
    private Optional<String> text(String path) throws IOException {
        try {
            return files.read(WorkspacePath.of(path))
                    .filter(bytes -> bytes.length <= MOST_BYTES)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .filter(text -> text.indexOf('\0') < 0);
        } catch (IOException leadsOut) {
            return Optional.empty();
        }
    }
}
