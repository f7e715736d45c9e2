//! In a process of its own, whose memory nothing else uses.

#![cfg(target_os = "linux")]

#[cfg(test)]
mod memory {
    use std::io::Read;

    use gangway_sheet::{Column, Layout, Limits, Reader};

    const HEADER: &str = "ClientName,PrimaryContactFirstName,PrimaryContactLastName,PrimaryContactEmail,SiteName,Timezone\n";
    const ROW: &str = "Acme,Jane,Doe,jane@example.com,\"A site, with a name that is about as long as the rows of a list are when people fill in all of it, with an address\",UTC\n";
    /// Rows that make some 25 MB.
    const ROWS: u32 = 170_000;

    /// A list that is never in memory as a whole.
    fn list() -> impl Read {
        HEADER.as_bytes().chain(Repeated {
            left: ROWS,
            row: ROW.as_bytes(),
        })
    }

    struct Repeated {
        left: u32,
        row: &'static [u8],
    }

    impl Read for Repeated {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            if self.row.is_empty() && self.left > 0 {
                self.row = ROW.as_bytes();
            }
            if self.left == 0 {
                return Ok(0);
            }
            let read = self.row.read(buffer)?;
            self.left -= u32::from(self.row.is_empty());
            Ok(read)
        }
    }

    fn layout() -> Layout {
        Layout::new(HEADER.trim_end().split(',').map(|name| Column {
            name: name.to_owned(),
            mandatory: true,
        }))
    }

    /// Bytes of the process that are in memory.
    fn resident() -> u64 {
        let pages = std::fs::read_to_string("/proc/self/statm").unwrap();
        pages.split(' ').nth(1).unwrap().parse::<u64>().unwrap() * 4096
    }

    #[test]
    fn l_08_memory_does_not_grow_with_the_file() {
        let mut reader = Reader::new(list(), layout(), Limits::default()).unwrap();
        let before = resident();
        let mut most = before;
        while let Some(row) = reader.next_row().unwrap() {
            if row.number() % 10_000 == 0 {
                most = most.max(resident());
            }
        }
        assert_eq!(reader.rows(), ROWS);
        let grown = most - before;
        assert!(
            grown < 8 * 1024 * 1024,
            "{grown} bytes for {} MB",
            ROW.len() * 170_000 / 1_000_000
        );
    }
}
