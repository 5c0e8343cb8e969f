package kiro.mcp.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.mcp.ServerSettings.OAuthClient;
import kiro.mcp.WebServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
@Tag("mcp#AC-17")
class SignInTest {
    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir Path folder;

    @Test
    void a_person_signs_in_by_their_browser_and_the_token_is_theirs_alone() throws Exception {
        try (WebServer server = WebServer.start()) {
            assertThat(signIn(server, SignInTest::visit))
                    .isEqualTo(new SignIn.Outcome.SignedIn(server.site()));

            assertThat(tokens(NOW).token(server.uri())).contains("first");
            assertThat(server.seen())
                    .contains("registers \"kiro\"", "asks for read write of " + server.uri());
            try (Stream<Path> files = Files.walk(folder.resolve("tokens"))) {
                assertThat(files.filter(Files::isRegularFile).toList())
                        .singleElement()
                        .satisfies(file ->
                                assertThat(
                                                PosixFilePermissions.toString(
                                                        Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(folder.resolve("tokens"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void a_client_that_somebody_has_made_is_used_and_its_scopes_are_asked_for() throws Exception {
        try (WebServer server = WebServer.start()) {
            var known =
                    new OAuthClient(
                            Optional.of("made-by-hand"),
                            Optional.of("secret"),
                            Optional.empty(),
                            List.of("less"));
            var pages = new ArrayList<URI>();
            new SignIn(folder.resolve("tokens"), NOW, LIMIT)
                    .signIn(
                            server.uri(),
                            known,
                            page -> {
                                pages.add(page);
                                visit(page);
                            });

            assertThat(pages.getFirst().getQuery())
                    .contains("client_id=made-by-hand", "scope=less", "code_challenge_method=S256");
            assertThat(server.seen()).doesNotContain("POST /register");
        }
    }

    @Test
    void a_token_that_has_ended_or_was_refused_is_replaced_without_the_person() throws Exception {
        try (WebServer server = WebServer.start().living(60)) {
            signIn(server, SignInTest::visit);
            server.changeToken("second");

            Clock later = Clock.offset(NOW, Duration.ofMinutes(1));
            assertThat(tokens(later).token(server.uri())).contains("second");
            assertThat(tokens(later).anew(server.uri(), "first"))
                    .as("another has fetched one meanwhile")
                    .contains("second");
            server.changeToken("third");
            assertThat(tokens(NOW).anew(server.uri(), "second")).contains("third");
            assertThat(tokens(NOW).token(URI.create(server.site() + "/other")))
                    .as("a token is for one server")
                    .isEmpty();
        }
    }

    @Test
    void what_was_kept_can_be_forgotten() throws Exception {
        try (WebServer server = WebServer.start()) {
            signIn(server, SignInTest::visit);
            var signIn = new SignIn(folder.resolve("tokens"), NOW, LIMIT);
            assertThat(signIn.signOut(server.uri())).isTrue();
            assertThat(signIn.signOut(server.uri())).isFalse();
            assertThat(tokens(NOW).token(server.uri())).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/mcp\",=>/other\",                | its metadata is about another server",
                "[\"http://127=>[\"http://10       | its authorization server is no address that can be trusted",
                "\"authorization_servers\"=>\"x\"  | it does not say who gives out its tokens",
                "\"issuer\":\"http=>\"issuer\":\"xhttp | says that it is another",
                "S256=>plain                       | does not take proof of who asked for a token",
                "_endpoint\":\"http:=>_endpoint\":\"file: | its authorization_endpoint is no address that can be trusted",
                "registration_endpoint=>x          | lets nobody register",
                "other issuer                      | the answer comes from somebody else: http://evil",
            })
    void a_server_that_lies_is_not_signed_in_at(String lie, String reason) throws Exception {
        try (WebServer server = WebServer.start().saying(lie)) {
            assertThat(signIn(server, SignInTest::visit))
                    .isInstanceOfSatisfying(
                            SignIn.Outcome.NotSignedIn.class,
                            not -> assertThat(not.reason()).contains(reason));
            assertThat(tokens(NOW).token(server.uri())).isEmpty();
        }
    }

    @Test
    void a_code_that_was_not_asked_for_is_not_taken() throws Exception {
        try (WebServer server = WebServer.start()) {
            SignIn.Outcome outcome =
                    new SignIn(folder.resolve("tokens"), NOW, Duration.ofSeconds(1))
                            .signIn(
                                    server.uri(),
                                    OAuthClient.UNKNOWN,
                                    page ->
                                            visit(
                                                    URI.create(
                                                            redirect(page)
                                                                    + "?code=stolen&state=guessed")));
            assertThat(outcome)
                    .isEqualTo(
                            new SignIn.Outcome.NotSignedIn(
                                    "nobody has signed in within 1 seconds"));
        }
    }

    @Test
    void a_person_who_says_no_is_heard() throws Exception {
        try (WebServer server = WebServer.start()) {
            SignIn.Outcome outcome =
                    signIn(
                            server,
                            page ->
                                    visit(
                                            URI.create(
                                                    redirect(page)
                                                            + "?error=access_denied&state="
                                                            + field(page, "state"))));
            assertThat(outcome)
                    .isEqualTo(
                            new SignIn.Outcome.NotSignedIn(
                                    "signing in was refused: access_denied"));
        }
    }

    private static String redirect(URI page) {
        return field(page, "redirect_uri");
    }

    private static String field(URI page, String name) {
        return Stream.of(page.getQuery().split("&"))
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private SignIn.Outcome signIn(WebServer server, SignIn.Browser browser)
            throws InterruptedException {
        return new SignIn(folder.resolve("tokens"), NOW, LIMIT)
                .signIn(server.uri(), OAuthClient.UNKNOWN, browser);
    }

    private StoredTokens tokens(Clock clock) {
        return new StoredTokens(folder.resolve("tokens"), clock);
    }

    /// A browser that goes where it is sent.
    private static void visit(URI page) {
        try (var client =
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build()) {
            client.send(
                    HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
        } catch (java.io.IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
