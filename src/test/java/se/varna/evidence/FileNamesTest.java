package se.varna.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names come from other people's computers. */
class FileNamesTest {

    @Test
    void no_path_and_nothing_unseen_is_kept() {
        assertThat(FileNames.clean("C:\\Users\\kalle\\Bilder\\foto.jpg")).isEqualTo("foto.jpg");
        assertThat(FileNames.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.clean("hot\r\nSet-Cookie: x\u0000.txt")).isEqualTo("hotSet-Cookie: x.txt");
        // Shown as "fotoexe.jpg" by whoever obeys the sign.
        assertThat(FileNames.clean("foto\u202Egpj.exe")).isEqualTo("fotogpj.exe");
        assertThat(FileNames.clean("\u200Bfoto\uFEFF.jpg")).isEqualTo("foto.jpg");
    }

    @Test
    void letters_of_every_language_stay() {
        assertThat(FileNames.clean("Skärmbild från mötet på Götaplatsen.png"))
                .isEqualTo("Skärmbild från mötet på Götaplatsen.png");
        assertThat(FileNames.clean("تهديد.jpg")).isEqualTo("تهديد.jpg");
    }

    @Test
    void a_name_is_never_nothing_and_never_too_long() {
        assertThat(FileNames.clean(null)).isEqualTo("fil");
        assertThat(FileNames.clean("/tmp/")).isEqualTo("fil");
        assertThat(FileNames.clean("..")).isEqualTo("fil");
        assertThat(FileNames.clean("å".repeat(300) + ".jpeg")).hasSize(200).endsWith(".jpeg");
        assertThat(FileNames.clean("a." + "b".repeat(300))).hasSize(200);
    }

    @Test
    void in_plain_letters_it_can_be_read_by_every_program() {
        assertThat(FileNames.plain("Åäö \"citat\"; rad.png")).isEqualTo("Aao _citat__ rad.png");
        assertThat(FileNames.plain("تهديد.jpg")).isEqualTo("_____.jpg");
        assertThat(FileNames.plain("50%.txt")).isEqualTo("50_.txt");
    }
}
