package kiro.code;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/// Calls the parser of javac: no classes are looked up, nothing is checked but the syntax.
final class JavacParser {
    /// Without a path of their own, plugins are looked for in every jar that the program runs with, for each source anew.
    private static final List<String> SYNTAX_ALONE = List.of("-proc:none", "-processorpath", "");

    private final JavaCompiler compiler;

    JavacParser(JavaCompiler compiler) {
        this.compiler = compiler;
    }

    JavaReading parse(String path, String text) {
        var problems = new DiagnosticCollector<JavaFileObject>();
        var task =
                (JavacTask)
                        compiler.getTask(
                                null,
                                null,
                                problems,
                                SYNTAX_ALONE,
                                null,
                                List.of(new Source(text)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            for (Diagnostic<?> problem : problems.getDiagnostics()) {
                if (problem.getKind() == Diagnostic.Kind.ERROR) {
                    return new JavaReading.Broken(
                            path,
                            (int) Math.max(1, problem.getLineNumber()),
                            problem.getMessage(Locale.ROOT));
                }
            }
            var positions = new Positions(text, unit, Trees.instance(task).getSourcePositions());
            return new JavaReading.Whole(new TreeReader(path, positions).file());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// A source that is in memory.
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Source.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
