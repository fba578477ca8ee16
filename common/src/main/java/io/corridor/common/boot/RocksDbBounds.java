package io.corridor.common.boot;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one write-buffer limit for all stores of a JVM: memory stays bounded however
 * many stores and partitions there are.
 */
public final class RocksDbBounds implements RocksDBConfigSetter {

  private static final long CACHE_BYTES = 256L << 20;
  private static final long WRITE_BYTES = 96L << 20;
  private static final long BUFFER_BYTES = 4L << 20;
  private static final long BLOCK_BYTES = 8L << 10;
  private static final int BLOOM_BITS = 10;

  /** Holds the shared objects; made when the first store opens. */
  private static final class Shared {
    private static final Cache CACHE = new LRUCache(CACHE_BYTES);
    private static final WriteBufferManager WRITES = new WriteBufferManager(WRITE_BYTES, CACHE);
    private static final BloomFilter BLOOM = new BloomFilter(BLOOM_BITS, false);
  }

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(Shared.CACHE);
    table.setBlockSize(BLOCK_BYTES);
    table.setCacheIndexAndFilterBlocks(true);
    table.setPinL0FilterAndIndexBlocksInCache(true);
    table.setFilterPolicy(Shared.BLOOM);
    options.setWriteBufferManager(Shared.WRITES);
    options.setWriteBufferSize(BUFFER_BYTES);
    options.setMaxWriteBufferNumber(3);
    options.setTableFormatConfig(table);
  }

  @Override
  public void close(String storeName, Options options) {
    // The shared objects live as long as the JVM; another store may still use them.
  }
}
