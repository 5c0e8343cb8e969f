package net.shed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureTestRestTemplate;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureTestRestTemplate
class LoanApiTest {
    @Autowired TestRestTemplate http;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void members() {
        jdbc.sql("delete from loans").update();
        jdbc.sql("delete from api_tokens").update();
        jdbc.sql("delete from members").update();
        jdbc.sql("insert into members (id, name, email, level) values (1, 'Ana', 'ana@shed.net', 'TRUSTED')").update();
        jdbc.sql("insert into api_tokens (code, member_id, expires_on) values ('t-ana', 1, '2999-01-01')").update();
    }

    private HttpHeaders token(String token) {
        var headers = new HttpHeaders();
        headers.set("X-Member-Token", token);
        return headers;
    }

    @Test
    void loansNeedAToken() {
        assertThat(http.getForEntity("/loans", String.class).getStatusCode().value()).isEqualTo(401);
    }

    @Test
    void loansOfAMember() {
        var answer = http.exchange("/loans", HttpMethod.GET, new HttpEntity<>(token("t-ana")), String.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
    }
}
