package kiro.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kiro.testing.TemporaryWorkspace;

/// A project as the documentation speaks of it: a service with users, the spec of an endpoint, a saved plan,
/// and tests that prove whatever criteria the specs of the documentation may have.
final class DocumentedProject {
    private static final Path SAMPLE = Path.of("examples/profile-service");
    private static final int CRITERIA = 20;

    /// The code of two criteria; the tests look at its line.
    private static final String LIMIT =
            """
            package demo;

            class Limit {
                // implements: user-profile-update#AC-1, user-profile-update#AC-2
                static boolean allows(int requests) {
                    return requests < 10;
                }
            }
            """;

    private DocumentedProject() {}

    static TemporaryWorkspace in(Path folder) throws IOException, InterruptedException {
        TemporaryWorkspace workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder))
                        .with(".gitignore", "target/\nspill/\nscript.jsonl\n")
                        .with("run-tests.sh", reports())
                        .with("src/test/java/demo/ProofTest.java", tests())
                        .with("src/main/java/demo/Limit.java", LIMIT)
                        .with(
                                ".kiro/plans/user-profile-update-20261125-101500-abcd.md",
                                """
                                # Plan: Update a user's profile

                                - Task: implement
                                - Spec: user-profile-update

                                ## Steps

                                1. [ ] Add the endpoint to the controller
                                   - Risk: medium
                                """);
        for (String file :
                new String[] {
                    "pom.xml",
                    ".kiro/specs/user-profile-update.md",
                    "src/main/java/com/example/profile/api/UserController.java"
                }) {
            workspace.with(file, Files.readString(SAMPLE.resolve(file)));
        }
        return workspace.committed();
    }

    private static String tests() {
        return "package demo;\n\nclass ProofTest {\n"
                + IntStream.rangeClosed(1, CRITERIA)
                        .mapToObj(number ->
                                """
                                    @Test
                                    @Tag("user-profile#AC-%1$d")
                                    @Tag("user-profile-update#AC-%1$d")
                                    void proves_%1$d() {
                                        check();
                                    }
                                """
                                        .formatted(number))
                        .collect(Collectors.joining("\n"))
                + "}\n";
    }

    private static String reports() {
        return "mkdir -p target/surefire-reports\nwrong=\n"
                + "grep -q '^        return requests < 10;' src/main/java/demo/Limit.java || wrong='<failure/>'\n"
                + "echo '<testsuite name=\"demo.ProofTest\">"
                + IntStream.rangeClosed(1, CRITERIA)
                        .mapToObj(
                                "<testcase classname=\"demo.ProofTest\" name=\"proves_%d\">'$wrong'</testcase>"
                                        ::formatted)
                        .collect(Collectors.joining())
                + "</testsuite>' > target/surefire-reports/TEST-demo.ProofTest.xml\n";
    }
}
