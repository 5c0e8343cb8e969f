package kiro.action.dependency;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Makes jars of sources, with the compiler of the JDK.
public final class JarWorkshop {
    private JarWorkshop() {}

    /// @param sources each a file with its package and one public type
    public static Path jar(Path jar, String... sources) throws IOException {
        Path classes = Files.createTempDirectory(jar.getParent(), "classes");
        compile(classes, List.of(sources));
        try (OutputStream out = Files.newOutputStream(jar);
                var zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                zip.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }

    /// A zip of these entries.
    static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return file;
    }

    private static void compile(Path classes, List<String> sources) throws IOException {
        var units = new ArrayList<JavaFileObject>();
        for (String source : sources) {
            units.add(new Source(source));
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        boolean isDone =
                compiler.getTask(
                                null,
                                compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8),
                                _ -> {},
                                List.of("-d", classes.toString(), "-proc:none"),
                                null,
                                units)
                        .call();
        if (!isDone) {
            throw new IllegalStateException("these do not compile: " + sources);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///" + name(text) + ".java"), Kind.SOURCE);
            this.text = text;
        }

        private static String name(String text) {
            return text.contains("module ")
                    ? "module-info"
                    : text.replaceFirst("(?s)^.*?(?:class|interface|enum|record) (\\w+).*$", "$1");
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
