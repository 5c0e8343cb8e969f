package net.shed;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import java.time.LocalDate;
import net.shed.loan.Loan;
import net.shed.loan.LoanRepository;
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
class LoanExtensionTest {

    private static final String VALID_UPDATE =
            """
            {
              "dueOn": "2099-03-14"
            }
            """;
    private static final String ADA = "token-ada";

    @Autowired private TestRestTemplate rest;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private LoanRepository loans;
    @Autowired private ToolRepository tools;

    @BeforeEach
    void startAnew() {
        jdbc.update(
                "insert into members (id, name, email, level) select 9001, 'ada', 'ada9001', 'NEW' "
                        + "where not exists (select 1 from members where id = 9001)");
        jdbc.update(
                "insert into api_tokens (code, member_id, expires_on) select 'token-ada', 9001, "
                        + "date '2999-01-01' where not exists (select 1 from api_tokens where code "
                        + "= 'token-ada')");
        jdbc.update(
                "insert into members (id, name, email, level) select 9002, 'ben', 'ben9002', 'NEW' "
                        + "where not exists (select 1 from members where id = 9002)");
    }

    @Test
    @Tag("loan-extension#AC-1")
    void updatingADueDateAnswersWithTheUpdatedOne() throws Exception {
        Loan loan = storedLoan(9001L);

        ResponseEntity<String> answer = update(loan.id(), VALID_UPDATE, "X-Member-Token", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(at(answer, "$.id")).isEqualTo(String.valueOf(loan.id()));
        assertThat(at(answer, "$.toolId"))
                .isEqualTo(String.valueOf(loans.findById(loan.id()).orElseThrow().toolId()));
        assertThat(at(answer, "$.dueOn")).isEqualTo("2099-03-14");
        assertThat(loans.findById(loan.id()).orElseThrow().dueOn())
                .isEqualTo(LocalDate.parse("2099-03-14"));
    }

    @Test
    @Tag("loan-extension#AC-2")
    void updatingADueDateWithAnInvalidDueOnIsRefused() throws Exception {
        Loan loan = storedLoan(9001L);
        String body =
                """
                {}
                """;
        var stored = loans.findById(loan.id()).orElseThrow();

        ResponseEntity<String> answer = update(loan.id(), body, "X-Member-Token", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(loans.findById(loan.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("loan-extension#AC-3")
    void updatingADueDateWithAnInvalidDueOnIsRefused2() throws Exception {
        Loan loan = storedLoan(9001L);
        String body =
                """
                {"dueOn": "2001-01-01"}
                """;
        var stored = loans.findById(loan.id()).orElseThrow();

        ResponseEntity<String> answer = update(loan.id(), body, "X-Member-Token", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(loans.findById(loan.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("loan-extension#AC-4")
    void updatingTheDueDateOfAnotherUserIsForbidden() throws Exception {
        Loan loan = storedLoan(9002L);
        var stored = loans.findById(loan.id()).orElseThrow();

        ResponseEntity<String> answer = update(loan.id(), VALID_UPDATE, "X-Member-Token", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(403);
        assertThat(loans.findById(loan.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("loan-extension#AC-5")
    void updatingAnUnknownDueDateIsNotFound() throws Exception {
        ResponseEntity<String> answer = update(999_999, VALID_UPDATE, "X-Member-Token", ADA);

        assertThat(answer.getStatusCode().value()).isEqualTo(404);
    }

    @Test
    @Tag("loan-extension#AC-6")
    void updatingADueDateWithoutSigningInIsUnauthorized() throws Exception {
        Loan loan = storedLoan(9001L);
        var stored = loans.findById(loan.id()).orElseThrow();

        ResponseEntity<String> answer = update(loan.id(), VALID_UPDATE);

        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(loans.findById(loan.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("loan-extension#AC-7")
    void updatingADueDateWithAnInvalidCredentialIsUnauthorized() throws Exception {
        Loan loan = storedLoan(9001L);
        var stored = loans.findById(loan.id()).orElseThrow();

        ResponseEntity<String> answer =
                update(loan.id(), VALID_UPDATE, "X-Member-Token", "unknown");

        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(loans.findById(loan.id()).orElseThrow()).isEqualTo(stored);
    }

    private static String at(ResponseEntity<String> answer, String path) {
        Object value = JsonPath.read(answer.getBody(), path);
        return String.valueOf(value);
    }

    private ResponseEntity<String> update(Object id, String body, String... headers) {
        var sent = new HttpHeaders();
        sent.setContentType(MediaType.APPLICATION_JSON);
        for (int i = 0; i < headers.length; i += 2) {
            sent.set(headers[i], headers[i + 1]);
        }
        return rest.exchange(
                "/loans/{id}/due-date",
                HttpMethod.PUT,
                new HttpEntity<>(body, sent),
                String.class,
                id);
    }

    private Tool someTool() {
        Tool tool = new Tool(null, "Some name", BigDecimal.ONE, false);
        return tools.save(tool);
    }

    private Loan storedLoan(long memberId) {
        Loan loan = new Loan(null, someTool().id(), memberId, LocalDate.of(2026, 1, 5), false);
        return loans.save(loan);
    }
}
