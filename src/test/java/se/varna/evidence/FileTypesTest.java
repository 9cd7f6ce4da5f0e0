package se.varna.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** What a file is taken for, with the types as they are configured. */
class FileTypesTest {

    private final FileTypes types = new FileTypes(configured());

    static EvidenceSettings configured() {
        try {
            StandardEnvironment environment = new StandardEnvironment();
            new YamlPropertySourceLoader()
                    .load("application", new ClassPathResource("application.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
            return Binder.get(environment)
                    .bind("varna.evidence", EvidenceSettings.class)
                    .get();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ffd8ffe000104a46494600010100, foto.jpg, image/jpeg",
        "89504e470d0a1a0a0000000d49484452, skärmbild.png, image/png",
        "47494638396101000100, bild.gif, image/gif",
        "52494646240000005745425056503820, bild.webp, image/webp",
        "0000001c66747970686569630000000068656963, IMG_0001.HEIC, image/heic",
        "0000001866747970 6d70343200000000 6d703432, film.mp4, video/mp4",
        "00000020667479706973 6f6d00000200 69736f6d, film.mp4, video/mp4",
        "0000001466747970 7174202000000000 71742020, IMG_0002.MOV, video/quicktime",
        "00000018667479703367703400000000, film.3gp, video/3gpp",
        "1a45dfa3934282887765626d, film.webm, video/webm",
        "0000001c667479704d344120000000004d344120, inspelning.m4a, audio/mp4",
        "494433030000000000, röst.mp3, audio/mpeg",
        "524946462408000057415645666d7420, röst.wav, audio/vnd.wave",
        "2321414d520a3c, samtal.amr, audio/amr",
        "4f67675300020000000000000000 00000000000000000000 0000011e01766f72626973, röst.ogg, audio/vorbis",
        "255044462d312e370a, brev.pdf, application/pdf"
    })
    void what_phones_and_computers_make_is_taken(String hex, String name, String type) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertThat(types.of(bytes, name)).hasValue(type);
    }

    @Test
    void mail_and_texts_are_taken() {
        byte[] mail = Files.text("Return-Path: <a@example.org>\nFrom: a@example.org\nSubject: Hej\n\nHej");
        assertThat(types.of(mail, "mejl.eml")).hasValue("message/rfc822");
        assertThat(types.of(Files.text("X-Annat: ja\nFrom: a@example.org\n\nHej"), "mejl.eml"))
                .hasValue("message/rfc822");
        assertThat(types.of(Files.office(true), "mejl.msg")).hasValue("application/vnd.ms-outlook");
        assertThat(FileTypes.needsMark("application/vnd.ms-outlook")).isTrue();
        assertThat(types.of(Files.text("Jag vet var du bor.\nÅ ä ö."), "sms.txt"))
                .hasValue("text/plain");
        assertThat(types.of(Files.text("Jag vet var du bor."), "sms")).hasValue("text/plain");
        assertThat(types.of("Hej då".getBytes(StandardCharsets.UTF_16), "sms.txt"))
                .hasValue("text/plain");
    }

    @ParameterizedTest
    @CsvSource({"bild.jpg", "bild.exe", "mejl.msg", "film.mp4", "brev.pdf", "text.txt", "namnlös"})
    void programs_and_archives_are_not_taken_whatever_they_are_called(String name) {
        assertThat(types.of(Files.program(), name)).isEmpty();
        assertThat(types.of(Files.zipBomb(), name)).isEmpty();
        assertThat(types.of(HexFormat.of().parseHex("7f454c460201010000000000"), name))
                .isEmpty();
        assertThat(types.of(Files.text("#!/bin/sh\nrm -r /\n"), name)).isEmpty();
        assertThat(types.of(Files.text("<html><script>alert(1)</script></html>"), name))
                .isEmpty();
        assertThat(types.of(Files.text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"), name))
                .isEmpty();
        // Nobody can tell what this is.
        assertThat(types.of(new byte[] {1, 2, 3, 0, 5, 9, 0, 0, 7}, name)).isEmpty();
    }

    @Test
    void a_program_in_our_own_class_path_is_not_taken_for_a_picture() throws IOException {
        try (InputStream program = FileTypes.class.getResourceAsStream("FileTypes.class")) {
            assertThat(types.of(program.readAllBytes(), "bild.jpg")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"kör.bat", "kör.cmd", "kör.js", "kör.vbs", "sida.html", "bild.svg", "kör.sh", "kör.ps1", "kör.py"})
    void a_text_that_is_named_as_something_to_run_is_not_taken_or_given_out_as_a_text(String name) {
        types.of(Files.text("echo hej"), name).ifPresent(type -> {
            assertThat(type).isEqualTo("text/plain");
            assertThat(types.named(name, type)).isEqualTo(name + ".txt");
        });
        assertThat(types.of(Files.text("echo hej"), "kör.bat")).isEmpty();
        assertThat(types.of(Files.text("echo hej"), "sida.html")).isEmpty();
    }

    @Test
    void the_ending_of_the_name_fits_what_the_file_is() {
        assertThat(types.named("bild.jpg", "image/jpeg")).isEqualTo("bild.jpg");
        assertThat(types.named("BILD.JPEG", "image/jpeg")).isEqualTo("BILD.JPEG");
        assertThat(types.named("bild.exe", "image/jpeg")).isEqualTo("bild.exe.jpg");
        assertThat(types.named("bild", "image/jpeg")).isEqualTo("bild.jpg");
        assertThat(types.named("kör.hta", "text/plain")).isEqualTo("kör.hta.txt");
        assertThat(types.named("mejl.eml", "message/rfc822")).isEqualTo("mejl.eml");
    }
}
