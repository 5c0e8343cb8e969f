package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
@Tag("knowledge#AC-11")
class KnowledgeCommandTest {
    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void begin() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(
                                ".kiro/config.yaml",
                                "knowledge:\n  sources:\n    docs: docs/**\n    ops: ops/**\n")
                        .with("docs/a.md", "# On call\nThe pager rings.\n")
                        .with("ops/b.md", "# Deploy\nThe pager is silent.\n");
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root())
                .with("XDG_CACHE_HOME", folder.resolve("cache").toString())
                .with("AWS_EC2_METADATA_DISABLED", "true");
    }

    private Kiro.Result run(String... arguments) {
        return kiro().run(arguments);
    }

    @Test
    void list_shows_the_sources_with_their_places_and_touches_nothing() {
        Kiro.Result result = run("knowledge", "list");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("docs    files  docs/**  .kiro/config.yaml:3")
                .contains("ops     files  ops/**   .kiro/config.yaml:4");
        assertThat(folder.resolve("cache")).doesNotExist();
        JsonNode json = JsonMapper.shared().readTree(run("knowledge", "list", "--json").out());
        assertThat(json.path("sources").path(0).toString())
                .isEqualTo(
                        "{\"name\":\"docs\",\"kind\":\"files\",\"what\":\"docs/**\",\"origin\":\".kiro/config.yaml:3\"}");
    }

    @Test
    void index_says_what_came_of_it_and_the_second_time_that_nothing_changed() {
        assertThat(run("knowledge", "index"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                "2 passages of 2 files are indexed: 2 files new or changed, 0 gone\n",
                                ""));
        assertThat(run("knowledge", "index", "--json").out())
                .isEqualTo(
                        "{\"version\":1,\"files\":2,\"passages\":2,\"changed\":0,\"removed\":0,\"whole\":true,\"skipped\":[],\"notes\":[]}\n");
        assertThat(run("knowledge", "list").out()).contains("kB in " + folder.resolve("cache"));
    }

    @Test
    void search_prints_passages_with_their_places_of_all_sources_or_one() {
        Kiro.Result all = run("knowledge", "search", "pager");
        Kiro.Result one = run("knowledge", "search", "pager", "--source", "ops");

        assertThat(all.code()).isZero();
        assertThat(all.out()).contains("docs/a.md:1-2 (On call)").contains("ops/b.md:1-2 (Deploy)");
        assertThat(one.out())
                .startsWith("[ops] ops/b.md:1-2 (Deploy), score ")
                .contains("    The pager is silent.")
                .doesNotContain("docs/a.md");
        JsonNode json =
                JsonMapper.shared().readTree(run("knowledge", "search", "rings", "--json").out());
        assertThat(json.path("whole").asBoolean()).isTrue();
        JsonNode passage = json.path("passages").path(0);
        assertThat(passage.path("document").asString()).isEqualTo("docs/a.md");
        assertThat(passage.path("first").asInt()).isEqualTo(1);
        assertThat(passage.path("last").asInt()).isEqualTo(2);
        assertThat(passage.path("text").asString()).isEqualTo("# On call\nThe pager rings.");
    }

    @Test
    void every_ending_has_its_exit_code() {
        assertThat(run("knowledge", "search", "zebra").code()).isEqualTo(1);
        assertThat(run("knowledge", "search", " ").code()).isEqualTo(64);
        assertThat(run("knowledge", "search", "pager", "--number", "0").code()).isEqualTo(64);
        Kiro.Result unknown = run("knowledge", "search", "pager", "--source", "wiki");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err())
                .contains("there is no source 'wiki'")
                .contains("name one of docs, ops");
        workspace.with(".kiro/config.yaml", "model: built-in\n");
        assertThat(run("knowledge", "search", "pager").err())
                .contains("no knowledge is configured");
        assertThat(run("knowledge", "index").code()).isEqualTo(1);
        assertThat(run("knowledge", "list").code()).isZero();
        workspace.with(".kiro/config.yaml", "knowledge: 7\n");
        assertThat(run("knowledge", "list").code()).isEqualTo(1);
        assertThat(run("knowledge", "search", "x").code()).isEqualTo(1);
    }

    @Test
    @Tag("knowledge#AC-13")
    void a_knowledge_base_is_searched_beside_the_files_and_its_failure_keeps_nothing_back()
            throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/knowledgebases/ABCDEFGHIJ/retrieve",
                exchange -> {
                    byte[] body =
                            "{\"retrievalResults\":[{\"content\":{\"text\":\"Page\\u202e the lead.\"},\"location\":{\"type\":\"S3\",\"s3Location\":{\"uri\":\"s3://b/a.md\"}},\"score\":0.8}]}"
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        try {
            workspace.with(
                    ".kiro/config.yaml",
                    "knowledge:\n  sources: {docs: docs/**}\n  bases: {handbook: us-east-1/ABCDEFGHIJ}\n");
            Kiro asked =
                    kiro().with("AWS_ACCESS_KEY_ID", "AKIDTEST")
                            .with("AWS_SECRET_ACCESS_KEY", "secret-of-test")
                            .with(
                                    "AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME",
                                    "http://127.0.0.1:" + server.getAddress().getPort() + "/");

            Kiro.Result both = asked.run("knowledge", "search", "pager");
            assertThat(both.code()).isZero();
            assertThat(both.out())
                    .contains("[docs] docs/a.md:1-2")
                    .contains("[handbook] s3://b/a.md, score 0.8000")
                    .contains("Page the lead.");

            Kiro.Result without = run("knowledge", "search", "pager");
            assertThat(without.code()).isZero();
            assertThat(without.out()).contains("[docs] docs/a.md:1-2");
            assertThat(without.err())
                    .contains("the knowledge base 'handbook' gave no answer: no AWS credentials");
            assertThat(run("knowledge", "search", "pager", "--source", "handbook").code())
                    .isEqualTo(5);
        } finally {
            server.stop(0);
        }
    }

    @Test
    @Tag("knowledge#AC-10")
    void a_cache_that_cannot_be_written_ends_with_the_code_for_this_machine() throws Exception {
        Files.writeString(folder.resolve("cache"), "a file in the way");

        assertThat(run("knowledge", "index").code()).isEqualTo(69);
        assertThat(run("knowledge", "search", "pager").code()).isEqualTo(5);
    }
}
