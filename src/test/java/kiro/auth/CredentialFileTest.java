package kiro.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialFileTest {
    @TempDir private Path home;

    @Test
    @Tag("sign-in#AC-14")
    void of_two_who_sign_in_at_once_neither_is_lost() throws Exception {
        List<Callable<CredentialFile.Change>> all =
                IntStream.range(0, 60)
                        .<Callable<CredentialFile.Change>>mapToObj(i ->
                                () ->
                                        CredentialFile.of(Map.of(), home)
                                                .change(root -> root.put("name-" + i, i)))
                        .toList();
        var written = new ArrayList<CredentialFile.Change>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<CredentialFile.Change> each : threads.invokeAll(all)) {
                written.add(each.get());
            }
        }

        assertThat(written).containsOnly(new CredentialFile.Change.Written());
        assertThat(CredentialFile.of(Map.of(), home).read())
                .isInstanceOfSatisfying(
                        CredentialFile.Reading.Whole.class,
                        whole -> assertThat(whole.root().size()).isEqualTo(61));
        assertThat(Files.getPosixFilePermissions(home.resolve(".kiro/credentials.json")))
                .hasSize(2);
    }
}
