package kiro.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/// Small classes, compiled in a folder of their own, on which a guard shows that it can fail.
final class Sample {
    private final Path folder;
    private final List<String> sources = new ArrayList<>();

    Sample(Path folder) {
        this.folder = folder;
    }

    Sample with(String name, String text) throws IOException {
        Path file = folder.resolve("src").resolve(name.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        String owner = name.substring(0, name.lastIndexOf('.'));
        Files.writeString(file, "package " + owner + ";\n" + text);
        sources.add(file.toString());
        return this;
    }

    List<CompiledClass> compiled() {
        return CompiledClass.below(classes());
    }

    Path classes() {
        Path classes = folder.resolve("classes");
        var arguments = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        arguments.addAll(sources);
        int code =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException("the sample does not compile");
        }
        return classes;
    }
}
