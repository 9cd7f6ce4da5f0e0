package se.varna.statistics;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A share that has been published for the whole country, where the question is the same as ours.
 *
 * @param breakdown what is asked, and {@code value} which answer
 * @param percent of those who were asked
 * @param year the year that was asked about
 */
public record NationalShare(Breakdown breakdown, String value, int percent, int year, String source) {

    /** All of them, from {@code statistics/national.yaml}. */
    public static List<NationalShare> all() {
        try (InputStream file = NationalShare.class.getResourceAsStream("/statistics/national.yaml")) {
            return List.of(YAMLMapper.builder().build().readValue(file, NationalShare[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
