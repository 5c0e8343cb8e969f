package kiro.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.text.TextDocument;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Folders that look like those of public repositories, each with what is to be read from it.
class FolderCasesTest {
    private static final Path CASES = Path.of("src/test/resources/kiro/spec");

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("spec-folders#AC-9")
    void a_folder_is_read_as_its_authors_mean_it(String name) throws IOException {
        var sources = new ArrayList<SpecSource>();
        for (DocumentKind kind : DocumentKind.values()) {
            Path file = CASES.resolve(name).resolve(kind.fileName());
            if (Files.isRegularFile(file)) {
                sources.add(
                        new SpecSource(
                                WorkspacePath.of(".kiro/specs/" + name + "/" + kind.fileName()),
                                TextDocument.decode(Files.readAllBytes(file)).orElseThrow()));
            }
        }

        Spec spec = FolderScan.of(new SpecName(name), sources);

        assertThat(lines(spec))
                .isEqualTo(Files.readAllLines(CASES.resolve(name).resolve("expected.txt")));
    }

    private static List<String> lines(Spec spec) {
        var lines = new ArrayList<String>();
        lines.add("title " + spec.title());
        spec.requirements()
                .forEach(requirement ->
                        lines.add(
                                "requirement %s %s"
                                        .formatted(
                                                requirement.id().orElseThrow(),
                                                requirement.text())));
        spec.criteria()
                .forEach(criterion ->
                        lines.add(
                                "criterion %s%s line %d %s"
                                        .formatted(
                                                criterion.id(),
                                                criterion.isTicked() ? " ticked" : "",
                                                criterion.span().line(),
                                                criterion.text())));
        spec.tasks()
                .forEach(task ->
                        lines.add(
                                "task %s%s %s line %d %s -> %s"
                                        .formatted(
                                                task.id(),
                                                task.isOptional() ? " optional" : "",
                                                task.state(),
                                                task.span().line(),
                                                task.text(),
                                                spec.criteriaOf(task).stream()
                                                        .map(each -> each.id().value())
                                                        .collect(Collectors.joining(", ")))
                                        .strip()));
        spec.properties()
                .forEach(property ->
                        lines.add(
                                "property %s %s -> %s"
                                        .formatted(
                                                property.number(),
                                                property.name(),
                                                property.validates().stream()
                                                        .map(Citation::toString)
                                                        .collect(Collectors.joining(", ")))));
        return lines;
    }
}
