package org.example.harbour;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class HarbourTest {

    @Autowired MockMvc mvc;

    @Test
    void noTokenNoShip() throws Exception {
        mvc.perform(get("/v1/ships/PABC101")).andExpect(status().isUnauthorized());
    }
}
