package kiro.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SandboxArgumentsTest {
    private static final Path BWRAP = Path.of("/usr/bin/bwrap");
    private static final SandboxPolicy POLICY =
            new SandboxPolicy(
                    Path.of("/srv/my \"project\""),
                    Path.of("/tmp/scratch"),
                    List.of(Path.of("/home/me/.gradle")),
                    List.of(Path.of("/srv/my \"project\"/web")),
                    List.of(
                            Path.of("/srv/my \"project\"/.git"),
                            Path.of("/srv/my \"project\"/.kiro")),
                    new HiddenFiles(
                            List.of(
                                    Path.of("/home/me/.netrc"),
                                    Path.of("/srv/my \"project\"/.env")),
                            List.of(Path.of("/home/me/.ssh"), Path.of("/srv/my \"project\"/keys")),
                            List.of()),
                    false);

    @Test
    @Tag("sandbox#AC-2")
    void bubblewrap_is_told_exactly_this() {
        assertThat(
                        new Bubblewrap(BWRAP, true)
                                .argv(
                                        POLICY,
                                        Path.of("/srv/my \"project\"/web"),
                                        List.of("/bin/sh", "-c", "ls")))
                .isEqualTo(
                        List.of(
                                ("/usr/bin/bwrap --die-with-parent --new-session --cap-drop ALL --unshare-ipc --unshare-uts --unshare-net"
                                                + " --ro-bind / / --dev /dev --unshare-pid --proc /proc --ro-bind-try /proc/sys /proc/sys"
                                                + " --bind /tmp/scratch /tmp --bind /tmp/scratch /var/tmp"
                                                + " --tmpfs /home/me/.ssh --remount-ro /home/me/.ssh --ro-bind /dev/null /home/me/.netrc"
                                                + " --bind PROJECT PROJECT --bind /home/me/.gradle /home/me/.gradle --bind PROJECT/web PROJECT/web"
                                                + " --ro-bind PROJECT/.git PROJECT/.git --ro-bind PROJECT/.kiro PROJECT/.kiro"
                                                + " --tmpfs PROJECT/keys --remount-ro PROJECT/keys --ro-bind /dev/null PROJECT/.env"
                                                + " --chdir PROJECT/web -- /bin/sh -c ls")
                                        .replace(' ', '\n')
                                        .replace("PROJECT", "/srv/my \"project\"")
                                        .split("\n")));
    }

    @Test
    @Tag("sandbox#AC-2")
    void network_and_the_table_of_processes_are_left_where_they_are_needed() {
        var open =
                new SandboxPolicy(
                        POLICY.workspace(),
                        POLICY.scratch(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new HiddenFiles(List.of(), List.of(), List.of()),
                        true);
        assertThat(new Bubblewrap(BWRAP, false).argv(open, POLICY.workspace(), List.of("ls")))
                .doesNotContain("--unshare-net", "--unshare-pid", "--proc")
                .endsWith("--", "ls");
    }

    @Test
    @Tag("sandbox#AC-8")
    void seatbelt_is_given_exactly_this_profile() throws IOException {
        assertThat(Seatbelt.profile(POLICY)).isEqualTo(golden("seatbelt.sb"));
        assertThat(Seatbelt.argv(POLICY, List.of("/bin/sh", "-c", "ls")))
                .isEqualTo(
                        List.of(
                                "/usr/bin/sandbox-exec",
                                "-p",
                                golden("seatbelt.sb"),
                                "--",
                                "/bin/sh",
                                "-c",
                                "ls"));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in =
                SandboxArgumentsTest.class.getResourceAsStream("/kiro/sandbox/profile/" + name)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
