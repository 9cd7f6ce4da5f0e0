package se.varna.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import se.varna.directory.DirectoryImport;
import se.varna.directory.DirectoryImport.DirectoryData;
import se.varna.directory.DirectoryImport.PartyData;
import se.varna.directory.DirectoryImport.PersonData;
import se.varna.directory.DirectoryImport.UnitData;
import se.varna.measures.CatalogueImport;
import se.varna.measures.Measure;
import se.varna.measures.MeasureKind;

/** Fills an empty database with the demo's directory, from a file that anyone can edit. */
@Component
@Profile("demo")
class DemoData implements InitializingBean {

    private final Resource file;
    private final int pastCases;
    private final DirectoryImport directory;
    private final CatalogueImport catalogue;

    DemoData(
            @Value("${varna.demo.directory}") Resource file,
            @Value("${varna.demo.cases:0}") int pastCases,
            DirectoryImport directory,
            CatalogueImport catalogue) {
        this.file = file;
        this.pastCases = pastCases;
        this.directory = directory;
        this.catalogue = catalogue;
    }

    private record MeasureData(String code, String name, Measure.Provider provider) {}

    private record Content(
            List<UnitData> units, List<PartyData> parties, List<PersonData> persons, List<MeasureData> measures) {}

    @Override
    public void afterPropertiesSet() throws IOException {
        ObjectMapper yaml = YAMLMapper.builder().addModule(new JavaTimeModule()).build();
        try (InputStream content = file.getInputStream()) {
            Content data = yaml.readValue(content, Content.class);
            List<PersonData> persons = pastCases > 0 ? Past.read().with(data.persons()) : data.persons();
            directory.fillIfEmpty(new DirectoryData(data.units(), data.parties(), persons));
            catalogue.fillIfEmpty(data.measures().stream()
                    .map(measure -> new MeasureKind(measure.code(), measure.name(), measure.provider()))
                    .toList());
        }
    }
}
