package net.choir;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class MeTest {
    @Autowired MockMvc mvc;
    @Autowired Sessions sessions;

    @Test
    void singersSeeThemselves() throws Exception {
        String token = sessions.open(new Singer("uta", "Uta", Singer.Voice.BASS, false));
        mvc.perform(get("/me").header("Authorization", "Bearer " + token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.login").value("uta"));
    }

    @Test
    void strangersAreRefused() throws Exception {
        mvc.perform(get("/me")).andExpect(status().isUnauthorized());
    }
}
