package fm.wave;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class RadioApplication {

    public static void main(String[] args) {
        SpringApplication.run(RadioApplication.class, args);
    }
}
