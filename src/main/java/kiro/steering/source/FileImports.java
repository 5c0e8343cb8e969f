package kiro.steering.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.Grammar;
import kiro.code.Import;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// What a file imports, and where that is.
public final class FileImports {
    private final ProjectIndex project;

    public FileImports(ProjectIndex project) {
        this.project = project;
    }

    /// @param module as the file writes it, with the name where a language imports names
    /// @param files of the project that it means; none for what is from outside
    /// @param isTypeOnly whether nothing of it is there when the program runs
    public record Edge(String module, List<String> files, boolean isTypeOnly, SyntaxNode node) {
        public Edge {
            files = List.copyOf(files);
        }
    }

    public List<Edge> of(SourceFile file) {
        var edges = new ArrayList<Edge>();
        for (Import each : file.imports()) {
            edges.addAll(edges(file, each));
        }
        if (file.language() == Grammar.RUST) {
            addModules(file, edges);
        }
        return edges;
    }

    private List<Edge> edges(SourceFile file, Import each) {
        Grammar language = file.language();
        return switch (language) {
            case JAVA -> List.of(javaEdge(each));
            case JAVASCRIPT, TYPESCRIPT, TSX ->
                    List.of(
                            new Edge(
                                    each.module(),
                                    project.scriptFile(file.path(), each.module()).stream()
                                            .toList(),
                                    isTypeOnly(each.node()),
                                    each.node()));
            case PYTHON -> pythonEdges(file, each);
            case GO ->
                    List.of(
                            new Edge(
                                    each.module(),
                                    project.goFolder(each.module())
                                            .map(project::goFiles)
                                            .orElse(List.of()),
                                    false,
                                    each.node()));
            case RUST ->
                    each.names().values().stream()
                            .map(name -> rustEdge(file.path(), each, name))
                            .toList();
        };
    }

    private Edge javaEdge(Import each) {
        String name = each.names().values().stream().findFirst().orElse("");
        String whole = each.module().isEmpty() ? name : each.module() + "." + name;
        List<String> files =
                name.equals("*")
                        ? project.javaPackage(each.module())
                        : project.javaFile(whole).stream().toList();
        if (files.isEmpty()) {
            // a static import, or a type within another
            files = project.javaFile(each.module()).stream().toList();
        }
        return new Edge(whole, files, false, each.node());
    }

    private static boolean isTypeOnly(SyntaxNode statement) {
        return statement.first("type").isPresent();
    }

    private List<Edge> pythonEdges(SourceFile file, Import each) {
        String module = PythonModules.absolute(file.path(), each.module());
        var edges = new ArrayList<Edge>();
        for (String name : each.names().values()) {
            String inner = name.equals("*") ? module : module + "." + name;
            Optional<String> own = project.pythonFile(inner).or(() -> project.pythonFile(module));
            edges.add(
                    new Edge(
                            module.isEmpty() ? name : module,
                            own.stream().toList(),
                            false,
                            each.node()));
        }
        return edges;
    }

    private Edge rustEdge(String path, Import each, String name) {
        String whole = each.module().isEmpty() ? name : each.module() + "::" + name;
        return new Edge(
                whole,
                RustModules.file(path, whole, project::has).stream().toList(),
                false,
                each.node());
    }

    /// `mod x;` and paths that are written in full.
    private void addModules(SourceFile file, List<Edge> edges) {
        file.root()
                .below(
                        Set.of("scoped_identifier"),
                        node -> {
                            boolean isWhole =
                                    node.parent()
                                            .filter(above -> !above.is("scoped_identifier"))
                                            .isPresent();
                            boolean isUse = node.above(Set.of("use_declaration")).isPresent();
                            if (isWhole && !isUse && node.text().startsWith("crate::")) {
                                RustModules.file(file.path(), node.text(), project::has)
                                        .ifPresent(found ->
                                                edges.add(
                                                        new Edge(
                                                                node.text(),
                                                                List.of(found),
                                                                false,
                                                                node)));
                            }
                        });
    }
}
