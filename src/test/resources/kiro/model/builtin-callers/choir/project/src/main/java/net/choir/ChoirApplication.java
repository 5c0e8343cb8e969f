package net.choir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ChoirApplication {
    public static void main(String[] args) {
        SpringApplication.run(ChoirApplication.class, args);
    }
}
