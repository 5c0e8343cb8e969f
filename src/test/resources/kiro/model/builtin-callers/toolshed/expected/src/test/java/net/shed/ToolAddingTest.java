package net.shed;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import net.shed.tool.Tool;
import net.shed.tool.ToolRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureTestRestTemplate;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureTestRestTemplate
@DirtiesContext
class ToolAddingTest {

    private static final String VALID_CREATE =
            """
            {
              "name": "New name",
              "deposit": 7.5
            }
            """;
    private static final String EVE = "token-eve";
    private static final String ADA = "token-ada";

    @Autowired private TestRestTemplate rest;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private ToolRepository tools;

    @BeforeEach
    void startAnew() {
        jdbc.update(
                "insert into members (id, name, email, level) select 9005, 'eve', 'eve9005', "
                        + "'WARDEN' where not exists (select 1 from members where id = 9005)");
        jdbc.update(
                "insert into api_tokens (code, member_id, expires_on) select 'token-eve', 9005, "
                        + "date '2999-01-01' where not exists (select 1 from api_tokens where code "
                        + "= 'token-eve')");
        jdbc.update(
                "insert into members (id, name, email, level) select 9001, 'ada', 'ada9001', 'NEW' "
                        + "where not exists (select 1 from members where id = 9001)");
        jdbc.update(
                "insert into api_tokens (code, member_id, expires_on) select 'token-ada', 9001, "
                        + "date '2999-01-01' where not exists (select 1 from api_tokens where code "
                        + "= 'token-ada')");
    }

    @Test
    @Tag("tool-adding#AC-1")
    void creatingAToolAnswersWithTheNewOne() throws Exception {
        ResponseEntity<String> answer = create(VALID_CREATE, "X-Member-Token", EVE);

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        String id = at(answer, "$.id");
        assertThat(at(answer, "$.name")).isEqualTo("New name");
        assertThat(at(answer, "$.deposit")).isEqualTo("7.5");
        assertThat(at(answer, "$.available")).isEqualTo("true");
        Tool made = tools.findById(Long.parseLong(id)).orElseThrow();
        assertThat(made.name()).isEqualTo("New name");
        assertThat(made.deposit()).isEqualByComparingTo(new BigDecimal("7.5"));
        assertThat(made.available()).isTrue();
    }

    @Test
    @Tag("tool-adding#AC-2")
    void creatingAToolWithAnInvalidNameIsRefused() throws Exception {
        String body =
                """
                {"deposit": 7.5}
                """;
        int count = tools.findAll().size();

        ResponseEntity<String> answer = create(body, "X-Member-Token", EVE);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(tools.findAll()).hasSize(count);
    }

    @Test
    @Tag("tool-adding#AC-3")
    void creatingAToolWithAnInvalidNameIsRefused2() throws Exception {
        String body =
                """
                {
                  "name": "%s",
                  "deposit": 7.5
                }
                """
                        .formatted("x".repeat(81));
        int count = tools.findAll().size();

        ResponseEntity<String> answer = create(body, "X-Member-Token", EVE);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(tools.findAll()).hasSize(count);
    }

    @Test
    @Tag("tool-adding#AC-4")
    void creatingAToolWith50001AsDepositIsRefused() throws Exception {
        String body =
                """
                {
                  "name": "New name",
                  "deposit": 500.01
                }
                """;
        int count = tools.findAll().size();

        ResponseEntity<String> answer = create(body, "X-Member-Token", EVE);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(tools.findAll()).hasSize(count);
    }

    @Test
    @Tag("tool-adding#AC-5")
    void creatingAToolAsAUserWithoutTheRoleIsForbidden() throws Exception {
        int count = tools.findAll().size();

        ResponseEntity<String> answer = create(VALID_CREATE, "X-Member-Token", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(403);
        assertThat(tools.findAll()).hasSize(count);
    }

    @Test
    @Tag("tool-adding#AC-6")
    void creatingAToolWithoutSigningInIsUnauthorized() throws Exception {
        int count = tools.findAll().size();

        ResponseEntity<String> answer = create(VALID_CREATE);

        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(tools.findAll()).hasSize(count);
    }

    private static String at(ResponseEntity<String> answer, String path) {
        Object value = JsonPath.read(answer.getBody(), path);
        return String.valueOf(value);
    }

    private ResponseEntity<String> create(String body, String... headers) {
        var sent = new HttpHeaders();
        sent.setContentType(MediaType.APPLICATION_JSON);
        for (int i = 0; i < headers.length; i += 2) {
            sent.set(headers[i], headers[i + 1]);
        }
        return rest.exchange("/tools", HttpMethod.POST, new HttpEntity<>(body, sent), String.class);
    }
}
