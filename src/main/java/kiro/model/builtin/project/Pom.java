package kiro.model.builtin.project;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What a Maven build file says that matters here.
///
/// @param boot the version of Spring Boot, where the file names it
/// @param artifacts the artifact ids of all dependencies
public record Pom(Optional<String> boot, Set<String> artifacts) {
    private static final Pattern BOOT =
            Pattern.compile(
                    "<artifactId>\\s*spring-boot-(?:starter-parent|dependencies)\\s*</artifactId>"
                            + "\\s*<version>\\s*([^<]+?)\\s*</version>");
    private static final Pattern DEPENDENCY =
            Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern ARTIFACT =
            Pattern.compile("<artifactId>\\s*([^<\\s]+)\\s*</artifactId>");

    public Pom {
        artifacts = Set.copyOf(artifacts);
    }

    public static Pom read(String xml) {
        String bare = xml.replaceAll("(?s)<!--.*?-->", "");
        var artifacts = new TreeSet<String>();
        var dependency = DEPENDENCY.matcher(bare);
        while (dependency.find()) {
            var artifact = ARTIFACT.matcher(dependency.group(1));
            if (artifact.find()) {
                artifacts.add(artifact.group(1));
            }
        }
        var boot = BOOT.matcher(bare);
        return new Pom(
                boot.find() ? Optional.of(property(bare, boot.group(1))) : Optional.empty(),
                artifacts);
    }

    private static String property(String xml, String value) {
        if (!value.startsWith("${")) {
            return value;
        }
        String name = Pattern.quote(value.substring(2, value.length() - 1));
        var property = Pattern.compile("<" + name + ">\\s*([^<]+?)\\s*<").matcher(xml);
        return property.find() ? property.group(1) : value;
    }

    public boolean has(String artifact) {
        return artifacts.contains(artifact);
    }

    /// The first number of Spring Boot's version; 0 where it is not known.
    public int bootMajor() {
        var number = Pattern.compile("(\\d+)\\..*").matcher(boot.orElse(""));
        return number.matches() ? Integer.parseInt(number.group(1)) : 0;
    }
}
